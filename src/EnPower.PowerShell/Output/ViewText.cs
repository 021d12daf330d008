using System.Globalization;
using System.Runtime.CompilerServices;

namespace EnPower.Output;

/// <summary>
/// What views show of a property, by the property's name: text that is safe for a terminal, sizes in gigabytes, dates
/// without a time. The code of the hidden member set <c>View</c> in EnPower.types.ps1xml.
/// </summary>
/// <remarks>
/// Members, because script blocks in views can call no method where the session's language is constrained.
/// </remarks>
public static class ViewText
{
    private const double MegabytesInGigabyte = 1024;
    private const string MailboxSuffix = " mailbox";

    /// <summary>Shows the alias.</summary>
    public static string? Alias(PSObject instance) => Text(instance);

    /// <summary>Shows the status of the archive.</summary>
    public static string? ArchiveStatus(PSObject instance) => Text(instance);

    /// <summary>Shows the claim status.</summary>
    public static string? ClaimStatus(PSObject instance) => Text(instance);

    /// <summary>Shows the container.</summary>
    public static string? Container(PSObject instance) => Text(instance);

    /// <summary>Shows the display name.</summary>
    public static string? DisplayName(PSObject instance) => Text(instance);

    /// <summary>Shows the election profile.</summary>
    public static string? ElectionProfile(PSObject instance) => Text(instance);

    /// <summary>Shows the email address.</summary>
    public static string? EmailAddress(PSObject instance) => Text(instance);

    /// <summary>Shows the domain outside that email is forwarded to, as a finding where it is.</summary>
    public static string? ExternalForwardingAddressDomain(PSObject instance) =>
        Value(instance, "ExternalEmailForwardingEnabled") is true
            ? Finding.Mark(Text(instance) is { Length: > 0 } domain ? domain : bool.TrueString)
            : Text(instance);

    /// <summary>Shows the domain that email is forwarded to.</summary>
    public static string? ForwardingAddressDomain(PSObject instance) => Text(instance);

    /// <summary>Shows the identifier.</summary>
    public static string? Id(PSObject instance) => Text(instance);

    /// <summary>Shows the size from which the user is warned, in gigabytes.</summary>
    public static string? IssueWarningQuota(PSObject instance) => Gigabytes(instance);

    /// <summary>Shows the number of items.</summary>
    public static string? ItemCount(PSObject instance) => (Value(instance) as long?)?.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>Shows the day of the last activity.</summary>
    public static string? LastActivityDate(PSObject instance) => Day(instance);

    /// <summary>Shows the names of the policies.</summary>
    public static string? MailboxPolicies(PSObject instance) => Text(instance);

    /// <summary>Shows the day on which the next renewal begins.</summary>
    public static string? NextRenewalDate(PSObject instance) => Day(instance);

    /// <summary>Shows the phase.</summary>
    public static string? Phase(PSObject instance) => Text(instance);

    /// <summary>Shows the primary contact.</summary>
    public static string? PrimaryContact(PSObject instance) => Person(instance);

    /// <summary>Shows the user principal name.</summary>
    public static string? PrincipalName(PSObject instance) => Text(instance);

    /// <summary>Shows the size from which the user can't send, in gigabytes.</summary>
    public static string? ProhibitSendQuota(PSObject instance) => Gigabytes(instance);

    /// <summary>Shows the size from which the user can neither send nor receive, in gigabytes.</summary>
    public static string? ProhibitSendReceiveQuota(PSObject instance) => Gigabytes(instance);

    /// <summary>Shows the part of the quota that is used, as a finding where the mailbox is over its warning quota.</summary>
    public static string? QuotaUsedPercent(PSObject instance) =>
        MarkOverQuota(instance, (Value(instance) as double?)?.ToString("N1", CultureInfo.CurrentCulture));

    /// <summary>Shows the recipient type.</summary>
    public static string? RecipientType(PSObject instance) => Text(instance);

    /// <summary>Shows the day on which the renewal is due.</summary>
    public static string? RenewalDueDate(PSObject instance) => Day(instance);

    /// <summary>Shows the renewal profile.</summary>
    public static string? RenewProfile(PSObject instance) => Text(instance);

    /// <summary>Shows the secondary contact.</summary>
    public static string? SecondaryContact(PSObject instance) => Person(instance);

    /// <summary>Shows the recipient type without the word that most end in: <c>Shared</c>.</summary>
    public static string? ShortRecipientType(PSObject instance) =>
        RecipientType(instance) is { } type && type.EndsWith(MailboxSuffix, StringComparison.OrdinalIgnoreCase)
            ? type.Substring(0, type.Length - MailboxSuffix.Length)
            : RecipientType(instance);

    /// <summary>Shows the status.</summary>
    public static string? Status(PSObject instance) => Text(instance);

    /// <summary>Shows the storage used, in gigabytes, as a finding where the mailbox is over its warning quota.</summary>
    public static string? StorageUsed(PSObject instance) => MarkOverQuota(instance, Gigabytes(instance));

    /// <summary>Shows the tenant's domain.</summary>
    public static string? TenantDomain(PSObject instance) => Text(instance);

    /// <summary>Shows the user's identifier.</summary>
    public static string? UserId(PSObject instance) => Text(instance);

    private static string? Text(PSObject instance, [CallerMemberName] string property = "") =>
        Value(instance, property)?.ToString() is { } text ? DisplayText.ToSafe(text) : null;

    private static string? Person(PSObject instance, [CallerMemberName] string property = "") =>
        Value(instance, property) is User { DisplayName: { Length: > 0 } name } ? DisplayText.ToSafe(name) : Text(instance, property);

    private static string? Gigabytes(PSObject instance, [CallerMemberName] string property = "") =>
        ((Value(instance, property) as long?) / MegabytesInGigabyte)?.ToString("N1", CultureInfo.CurrentCulture);

    private static string? Day(PSObject instance, [CallerMemberName] string property = "") =>
        (Value(instance, property) as DateTime?)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? MarkOverQuota(PSObject instance, string? text) =>
        text is not null && Value(instance, "IsOverWarningQuota") is true ? Finding.Mark(text) : text;

    // By name, so that one member serves the mailboxes of every kind.
    private static object? Value(PSObject instance, [CallerMemberName] string property = "") => instance.Properties[property]?.Value;
}
