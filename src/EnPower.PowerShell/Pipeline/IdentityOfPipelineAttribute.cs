namespace EnPower.Pipeline;

/// <summary>Accepts the identity of a mailbox, or an object with the identity as a property.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IdentityOfPipelineAttribute : TextOfPipelineAttribute
{
    private protected override string Expected => "the ID, user principal name, email address or alias of a mailbox";

    private protected override IReadOnlyList<string> PropertyNames { get; } =
        ["Identity", "UserPrincipalName", "PrimarySmtpAddress", "EmailAddress"];

    private protected override string InsteadOfBlank() => "Omit the parameter to read all mailboxes.";

    private protected override string? InsteadOfPattern(string pattern) => null;

    private protected override string? TextOf(PSObject item) => PropertyNames
        .Select(name => item.Properties[name]?.Value as string)
        .FirstOrDefault(static text => !string.IsNullOrWhiteSpace(text));
}
