using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>Get-EnPowerResourceMailbox: room and equipment mailboxes as EnPower knows them.</summary>
/// <remarks>Source: https://learn.avepoint.com/docs/services-and-features/enpower/exchange/resourcemailboxes.html</remarks>
[Cmdlet(
    VerbsCommon.Get, "EnPowerResourceMailbox", SupportsPaging = true,
    HelpUri = HelpPages.Address + "Get-EnPowerResourceMailbox.md")]
[OutputType(typeof(ResourceMailbox))]
public sealed class GetEnPowerResourceMailboxCommand : EnPowerMailboxListCommand<ResourceMailbox>
{
    /// <summary>Gets or sets which mailboxes to read: Both, Room or Equipment, or the API's numbers 0, 1, 2.</summary>
    [Parameter]
    public ResourceMailboxType ResourceMailboxType { get; set; }

    private protected override string Plural => "resource mailboxes";

    private protected override IReadOnlyList<(string Name, string? Value)> Filters =>
        [("resourceMailboxType", ResourceMailboxType.ToString("d"))];

    private protected override IEnumerable<string?> KeysOf(ResourceMailbox item) =>
        [item.Id, item.UserId, item.PrincipalName, item.EmailAddress, item.Name];
}
