using System.Management.Automation.Internal;

namespace EnPower.Output;

/// <summary>
/// The names by which cmdlets of Exchange Online bind their parameters from the pipeline: members of mailboxes in
/// EnPower.types.ps1xml.
/// </summary>
/// <remarks>
/// Where there is nothing to bind they give PowerShell's own "nothing", not <see langword="null"/> or an empty text: the
/// parameter is then left out. An empty Identity would mean every mailbox to the Get- cmdlets.
/// </remarks>
public static class ExchangeMembers
{
    /// <summary>Gets the first that is known of what is unique: identifier, user ID, user principal name, email address.</summary>
    public static object Identity(PSObject instance) =>
        FirstFilled(instance, nameof(Mailbox.Id), nameof(Mailbox.UserId), nameof(Mailbox.PrincipalName), nameof(Mailbox.EmailAddress));

    /// <summary>Gets the user principal name.</summary>
    public static object UserPrincipalName(PSObject instance) => FirstFilled(instance, nameof(Mailbox.PrincipalName));

    /// <summary>Gets the primary email address.</summary>
    public static object PrimarySmtpAddress(PSObject instance) => FirstFilled(instance, nameof(Mailbox.EmailAddress));

    /// <summary>Gets the object ID of the user in Microsoft Entra ID, where it is the GUID that cmdlets ask for.</summary>
    public static object ExternalDirectoryObjectId(PSObject instance) =>
        Guid.TryParse(FirstFilled(instance, nameof(Mailbox.UserId)) as string, out Guid id) ? id : AutomationNull.Value;

    private static object FirstFilled(PSObject instance, params string[] properties) => properties
        .Select(property => instance.Properties[property]?.Value as string)
        .FirstOrDefault(text => !string.IsNullOrEmpty(text)) ?? (object)AutomationNull.Value;
}
