using System.Dynamic;
using System.Globalization;

namespace EnPower.Output;

/// <summary>
/// What views show of an object: <c>$_.View.StorageUsed</c> is the text of its property StorageUsed. Text that is safe for a
/// terminal, sizes in gigabytes, dates without a time, findings marked.
/// </summary>
/// <remarks>
/// A member whose members are made up, because script blocks in views can call no method where the session's language is
/// constrained.
/// </remarks>
public sealed class ViewText : DynamicObject
{
    private const double MegabytesInGigabyte = 1024;
    private const string MailboxSuffix = " mailbox";

    private readonly PSObject _instance;

    private ViewText(PSObject instance) => _instance = instance;

    /// <summary>Gets the texts of an object: the code of the hidden member View in EnPower.types.ps1xml.</summary>
    public static object Of(PSObject instance) => new ViewText(instance);

    /// <inheritdoc/>
    public override bool TryGetMember(GetMemberBinder binder, out object? result)
    {
        result = Show(binder.Name);
        return true;
    }

    private string? Show(string property) => property switch
    {
        "StorageUsed" => MarkOverQuota(Gigabytes(property)),
        "QuotaUsedPercent" => MarkOverQuota((Value(property) as double?)?.ToString("N1", CultureInfo.CurrentCulture)),
        "IssueWarningQuota" or "ProhibitSendQuota" or "ProhibitSendReceiveQuota" => Gigabytes(property),
        "ExternalForwardingAddressDomain" when Value("ExternalEmailForwardingEnabled") is true =>
            Finding.Mark(Text(Value(property)) is { Length: > 0 } domain ? domain : bool.TrueString),
        "AllProperties" => AllProperties(),
        "ShortRecipientType" => WithoutSuffix(Text(Value("RecipientType"))),
        _ => Text(Value(property)),
    };

    private static string? Text(object? value) => value switch
    {
        null => null,
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        long number => number.ToString("N0", CultureInfo.CurrentCulture),
        User { DisplayName: { Length: > 0 } name } => DisplayText.ToSafe(name),
        IEnumerable<object> list => string.Join(", ", list.Select(Text)),
        IDictionary<string, object?> members => string.Join(
            ", ", members.Select(static member => $"{DisplayText.ToSafe(member.Key)}: {Text(member.Value)}")),
        _ => DisplayText.ToSafe(value.ToString() ?? string.Empty),
    };

    private static string? WithoutSuffix(string? type) =>
        type?.EndsWith(MailboxSuffix, StringComparison.OrdinalIgnoreCase) == true
            ? type.Substring(0, type.Length - MailboxSuffix.Length)
            : type;

    private string? Gigabytes(string property) =>
        ((Value(property) as long?) / MegabytesInGigabyte)?.ToString("N1", CultureInfo.CurrentCulture);

    private string? MarkOverQuota(string? text) =>
        text is not null && Value("IsOverWarningQuota") is true ? Finding.Mark(text) : text;

    /// <summary>All properties that can be seen, one a line, as a list has them.</summary>
    private string AllProperties()
    {
        PSPropertyInfo[] properties = [.. _instance.Properties.Where(static property => property.IsGettable)];
        int width = properties.Max(static property => property.Name.Length);
        return string.Join(
            Environment.NewLine, properties.Select(property => $"{property.Name.PadRight(width)} : {Text(property.Value)}"));
    }

    // By name, so that mailboxes of every kind are shown alike.
    private object? Value(string property) => _instance.Properties[property]?.Value;
}
