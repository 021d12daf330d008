using System.Net;
using System.Security;
using EnPower.Authentication;
using EnPower.Emulator;
using EnPower.Http;
using EnPower.Paging;

namespace EnPower;

/// <summary>An emulator and its clients. Each test class has its own emulator, with its own faults and requests.</summary>
public class EmulatorFixture : IAsyncLifetime
{
    public const int Mailboxes = 2500;

    private readonly List<IDisposable> _clients = [];

    internal EmulatorServer Emulator { get; private set; } = null!;

    private protected virtual int MailboxCount => Mailboxes;

    public async ValueTask InitializeAsync() => Emulator = await EmulatorServer.StartAsync(
        new EmulatorOptions { Mailboxes = MailboxCount, Tenants = 2 }, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        await Emulator.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal EnPowerClient CreateClient(Func<EnPowerClientOptions, EnPowerClientOptions>? configure = null) =>
        CreateClient(Emulator, configure);

    internal EnPowerClient CreateClient(
        EmulatorServer emulator,
        Func<EnPowerClientOptions, EnPowerClientOptions>? configure = null)
    {
        var credential = new ClientSecretCredential(emulator.ClientId, Secure(emulator.ClientSecret));
        var options = new EnPowerClientOptions(emulator.Endpoint, emulator.Authority, credential)
        {
            Transport = new TransportOptions { SkipCertificateCheck = true },
        };
        var client = new EnPowerClient(configure?.Invoke(options) ?? options);
        _clients.Add(client);
        return client;
    }

    /// <summary>Reads one mailbox that the API sends as the given JSON.</summary>
    internal async Task<Mailbox> ReadMailboxAsync(string json)
    {
        Emulator.Faults.Clear();
        Emulator.Faults.Add(new Fault { Path = "/smp/exchange/mailboxes", ListJson = $"[{json}]", NextLink = "" });
        IReadOnlyList<Mailbox> mailboxes = await ReadAllAsync(CreateClient(), new ListQuery<Mailbox>());
        return Assert.Single(mailboxes);
    }

    internal static async Task<IReadOnlyList<Mailbox>> ReadAllAsync(
        EnPowerClient client, ListQuery<Mailbox> query, long limit = long.MaxValue, IRequestObserver? observer = null) =>
        [.. (await ReadItemsAsync(client, query, limit, observer)).Cast<Mailbox>()];

    internal static async Task<IReadOnlyList<object>> ReadItemsAsync(
        EnPowerClient client, PageQuery query, long limit = long.MaxValue, IRequestObserver? observer = null)
    {
        var items = new List<object>();
        await foreach (Page page in client.ReadAsync(
            query,
            query.ToUri(client.Endpoint),
            limit,
            observer ?? new RecordingObserver(),
            TestContext.Current.CancellationToken))
        {
            items.AddRange(page.Items.Cast<object>());
        }

        return items;
    }

    internal static SecureString Secure(string text) => new NetworkCredential(string.Empty, text).SecurePassword;
}
