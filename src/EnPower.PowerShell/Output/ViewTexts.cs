namespace EnPower.Output;

/// <summary>The texts that views show, by object.</summary>
public sealed class ViewTexts
{
    internal ViewTexts()
    {
    }

    /// <summary>Gets the texts of an object.</summary>
    /// <param name="item">The object.</param>
    public ViewText this[PSObject item] => new(item, isFinding: false);

    /// <summary>Gets the texts of an object, highlighted if they are a finding.</summary>
    /// <param name="item">The object.</param>
    /// <param name="isFinding">Whether they are a finding, as a PowerShell boolean.</param>
    public ViewText this[PSObject item, object? isFinding] => new(item, LanguagePrimitives.IsTrue(isFinding));
}
