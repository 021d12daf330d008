namespace EnPower.Pipeline;

/// <summary>Takes the identifier of an object, or the object itself by the property that has it.</summary>
/// <param name="article">The object in a sentence, with its article: <c>an app</c>.</param>
/// <param name="property">The property that has the identifier.</param>
/// <param name="command">The command that reads the objects.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IdentifierOfPipelineAttribute(string article, string property, string command) : TextOfPipelineAttribute
{
    private protected override string Expected => $"the ID of {article}";

    private protected override IReadOnlyList<string> PropertyNames { get; } = [property];

    private protected override string InsteadOfBlank() => $"Give the ID of {article}, or pipe what {command} returns.";

    private protected override string InsteadOfPattern(string pattern) =>
        $"{article} is given by its whole ID. To choose by a pattern, pipe what Where-Object leaves of {command}.";
}
