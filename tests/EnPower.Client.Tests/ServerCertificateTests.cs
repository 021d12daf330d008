using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EnPower.Emulator;
using EnPower.Http;

namespace EnPower;

public sealed class ServerCertificateTests(SmallEmulatorFixture fixture) : IClassFixture<SmallEmulatorFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("localhost", 1, "UntrustedRoot")]
    [InlineData("localhost", -1, "NotTimeValid")]
    [InlineData("graph-us.avepointonlineservices.com", 1, "RemoteCertificateNameMismatch")]
    public async Task A_certificate_that_does_not_vouch_for_the_server_is_refused_with_the_reason(
        string name, int daysLeft, string reason)
    {
        using X509Certificate2 certificate = Create(name, DateTimeOffset.UtcNow.AddDays(daysLeft));
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(
            new EmulatorOptions { ServerCertificate = certificate }, Token);
        using EnPowerClient client = fixture.CreateClient(
            emulator, options => options with { Transport = new TransportOptions() });

        var exception = await Assert.ThrowsAsync<EnPowerAuthenticationException>(
            () => client.AuthenticateAsync(new RecordingObserver(), Token));

        Assert.Equal(EnPowerErrorId.TlsFailed, exception.ErrorId);
        Assert.Contains(reason, exception.Message);
        Assert.Contains($"localhost:{emulator.Authority.Port}", exception.Message);
        Assert.Empty(emulator.Requests.Snapshot());
    }

    [Fact]
    public async Task Only_on_this_machine_can_the_check_be_skipped()
    {
        using var proxy = new ConnectProxy { Server = fixture.Emulator.Authority };
        fixture.Emulator.Requests.Clear();
        using EnPowerClient client = fixture.CreateClient(options => options with
        {
            Authority = new Uri("https://identity.example/"),
            Transport = options.Transport with { SkipCertificateCheck = true, Proxy = new WebProxy(proxy.Address) },
        });

        var exception = await Assert.ThrowsAsync<EnPowerAuthenticationException>(
            () => client.AuthenticateAsync(new RecordingObserver(), Token));

        Assert.Equal(EnPowerErrorId.TlsFailed, exception.ErrorId);
        Assert.Contains("identity.example:443", proxy.Tunnels);
        Assert.Empty(fixture.Emulator.Requests.Snapshot());
    }

    private static X509Certificate2 Create(string name, DateTimeOffset end)
    {
        using RSA key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 certificate = request.CreateSelfSigned(end.AddDays(-10), end);
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
    }
}
