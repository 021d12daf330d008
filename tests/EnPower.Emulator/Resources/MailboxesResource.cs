using System.Text.Json;

namespace EnPower.Emulator;

/// <summary><c>GET /smp/exchange/mailboxes</c>: user and shared mailboxes.</summary>
internal sealed class MailboxesResource(SyntheticMailboxes mailboxes) : IListResource
{
    public const string RoutePath = "/smp/exchange/mailboxes";

    public IReadOnlyList<string> Paths { get; } = [RoutePath];

    public JsonEncodedText ItemsName { get; } = JsonEncodedText.Encode("mailboxes");

    public IListSelection Select(int? tenantIndex, HttpRequest request)
    {
        return new MailboxSelection(mailboxes, tenantIndex, TypeOf(request.Query));
    }

    private static MailboxType TypeOf(IQueryCollection query)
    {
        return query.TryGetValue("mailboxType", out var text)
            ? text.ToString() switch
            {
                "0" => MailboxType.Both,
                "1" => MailboxType.User,
                "2" => MailboxType.Shared,
                _ => throw new BadHttpRequestException("The parameter 'mailboxType' must be 0, 1 or 2."),
            }
            : MailboxType.Both;
    }
}
