using System.Globalization;

namespace EnPower.Reports;

/// <summary>Converts pipeline input to mailboxes: live objects, or objects from a file or another process.</summary>
internal static class MailboxInput
{
    private static readonly string[] TypeNames = [typeof(Mailbox).FullName!, typeof(ResourceMailbox).FullName!];

    /// <summary>Gets the live or deserialized mailbox.</summary>
    /// <returns>The mailbox; <see langword="null"/> if the object is not a mailbox.</returns>
    public static Mailbox? From(PSObject input) => input.BaseObject switch
    {
        Mailbox mailbox => mailbox,
        _ when input.TypeNames.Any(IsMailbox) => ByName(input),
        _ => null,
    };

    private static bool IsMailbox(string typeName)
    {
        const string Prefix = "Deserialized.";
        string bare = typeName.StartsWith(Prefix, StringComparison.Ordinal) ? typeName.Substring(Prefix.Length) : typeName;
        return TypeNames.Contains(bare, StringComparer.Ordinal);
    }

    private static Mailbox ByName(PSObject input) => new()
    {
        Id = Text(input, nameof(Mailbox.Id)),
        PrincipalName = Text(input, nameof(Mailbox.PrincipalName)),
        Name = Text(input, nameof(Mailbox.Name)),
        EmailAddress = Text(input, nameof(Mailbox.EmailAddress)),
        DisplayName = Text(input, nameof(Mailbox.DisplayName)),
        RecipientType = Text(input, nameof(Mailbox.RecipientType)),
        Status = Text(input, nameof(Mailbox.Status)),
        HiddenFromAddressListsEnabled = Value<bool>(input, nameof(Mailbox.HiddenFromAddressListsEnabled)),
        CreateTime = Value<DateTime>(input, nameof(Mailbox.CreateTime)),
        TenantId = Text(input, nameof(Mailbox.TenantId)),
        TenantDomain = Text(input, nameof(Mailbox.TenantDomain)),
        StorageUsed = Value<long>(input, nameof(Mailbox.StorageUsed)),
        IssueWarningQuota = Value<long>(input, nameof(Mailbox.IssueWarningQuota)),
        ProhibitSendReceiveQuota = Value<long>(input, nameof(Mailbox.ProhibitSendReceiveQuota)),
        AutoReplyEnabled = Value<bool>(input, nameof(Mailbox.AutoReplyEnabled)),
        LitigationHoldEnabled = Value<bool>(input, nameof(Mailbox.LitigationHoldEnabled)),
        EmailForwardingEnabled = Value<bool>(input, nameof(Mailbox.EmailForwardingEnabled)),
        ArchiveStatus = Text(input, nameof(Mailbox.ArchiveStatus)),
        LastActivityDate = Value<DateTime>(input, nameof(Mailbox.LastActivityDate)),
        ForwardingAddressDomain = Text(input, nameof(Mailbox.ForwardingAddressDomain)),
        ExternalForwardingAddressDomain = Text(input, nameof(Mailbox.ExternalForwardingAddressDomain)),
        ExternalEmailForwardingEnabled = Value<bool>(input, nameof(Mailbox.ExternalEmailForwardingEnabled)),
        IsRegistered = Value<bool>(input, nameof(Mailbox.IsRegistered)),
        Phase = Text(input, nameof(Mailbox.Phase)),
        RenewalDueDate = Value<DateTime>(input, nameof(Mailbox.RenewalDueDate)),
        PrimaryContact = Contact(input),
    };

    // With its default depth, Export-Clixml reduces a contact to its text.
    private static User? Contact(PSObject input) => input.Properties[nameof(Mailbox.PrimaryContact)]?.Value switch
    {
        null => null,
        User user => user,
        PSObject { BaseObject: User user } => user,
        PSObject contact when contact.Properties[nameof(User.DisplayName)] is not null =>
            new User { DisplayName = Text(contact, nameof(User.DisplayName)), Email = Text(contact, nameof(User.Email)) },
        var text => Filled(text.ToString()) is { } name ? new User { DisplayName = name } : null,
    };

    private static string? Text(PSObject input, string property) => Filled(input.Properties[property]?.Value?.ToString());

    private static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static T? Value<T>(PSObject input, string property)
        where T : struct =>
        input.Properties[property]?.Value is { } value
        && LanguagePrimitives.TryConvertTo(value, CultureInfo.InvariantCulture, out T converted)
            ? converted
            : null;
}
