using System.Security.Cryptography.X509Certificates;
using EnPower.Emulator;

namespace EnPower;

/// <summary>An emulator for the tests of one class, with faults and requests of its own.</summary>
public sealed class EmulatorFixture : IAsyncLifetime
{
    public const int Mailboxes = 2500;

    internal EmulatorServer Emulator { get; private set; } = null!;

    /// <summary>Gets the certificate that the emulator's clients may sign in with.</summary>
    internal X509Certificate2 Certificate { get; } = TestCertificate.Create();

    public async ValueTask InitializeAsync() => Emulator = await EmulatorServer.StartAsync(
        new EmulatorOptions { Mailboxes = Mailboxes, Tenants = 2, ClientCertificates = [Certificate] },
        TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Emulator.DisposeAsync();
        Certificate.Dispose();
    }

    /// <summary>Opens a session that is connected to the emulator.</summary>
    internal Session Connect()
    {
        var session = new Session(Emulator);
        session.Run("Connect-EnPower @connect");
        Emulator.Faults.Clear();
        Emulator.Requests.Clear();
        return session;
    }

    /// <summary>Gets the queries of the page requests.</summary>
    internal IReadOnlyList<string> PageQueries(string path = "/smp/exchange/mailboxes") =>
        [.. Emulator.Requests.Snapshot().Where(request => request.Path == path).Select(request => request.Query)];
}
