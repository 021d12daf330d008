namespace EnPower.Output;

/// <summary>The texts that views show, by the object that they are of.</summary>
public sealed class ViewTexts
{
    internal ViewTexts()
    {
    }

    /// <summary>Gets the texts of an object.</summary>
    /// <param name="item">The object.</param>
    public ViewText this[PSObject item] => new(item, isFinding: false);

    /// <summary>Gets the texts of an object, marked where they are a finding: what an admin should look at.</summary>
    /// <param name="item">The object.</param>
    /// <param name="isFinding">Whether they are one, by PowerShell's notion of what is true.</param>
    public ViewText this[PSObject item, object? isFinding] => new(item, LanguagePrimitives.IsTrue(isFinding));
}
