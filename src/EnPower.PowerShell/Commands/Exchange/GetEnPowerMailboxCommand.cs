using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>Get-EnPowerMailbox: user and shared mailboxes as EnPower knows them.</summary>
/// <remarks>Source: https://learn.avepoint.com/docs/services-and-features/enpower/exchange/userandsharedmailboxes.html</remarks>
[Cmdlet(
    VerbsCommon.Get, "EnPowerMailbox", SupportsPaging = true,
    HelpUri = HelpPages.Address + "Get-EnPowerMailbox.md")]
[OutputType(typeof(Mailbox))]
public sealed class GetEnPowerMailboxCommand : EnPowerMailboxListCommand<Mailbox>
{
    /// <summary>Gets or sets which mailboxes to read: Both, User or Shared, or the API's numbers 0, 1, 2.</summary>
    [Parameter]
    public MailboxType MailboxType { get; set; }

    private protected override string Plural => "mailboxes";

    private protected override IReadOnlyList<(string Name, string? Value)> Filters =>
        [("mailboxType", MailboxType.ToString("d"))];

    private protected override IEnumerable<string?> KeysOf(Mailbox item) =>
        [item.Id, item.UserId, item.PrincipalName, item.EmailAddress, item.Alias, item.Name];
}
