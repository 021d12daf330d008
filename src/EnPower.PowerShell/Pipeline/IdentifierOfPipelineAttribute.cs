namespace EnPower.Pipeline;

/// <summary>Accepts the identifier of an object, or the object with the identifier as a property.</summary>
/// <param name="article">The object in a sentence, with its article: <c>an app</c>.</param>
/// <param name="property">The property that has the identifier.</param>
/// <param name="command">The command that reads the objects.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IdentifierOfPipelineAttribute(string article, string property, string command) : TextOfPipelineAttribute
{
    private protected override string Expected => $"the ID of {article}";

    private protected override IReadOnlyList<string> PropertyNames { get; } = [property];

    private protected override string InsteadOfBlank() => $"Pass the ID of {article}, or pipe the objects of {command}.";

    private protected override string InsteadOfPattern(string pattern) =>
        $"{article} requires its complete ID. To select by a pattern, "
        + $"filter the objects of {command} with Where-Object, and pipe them.";
}
