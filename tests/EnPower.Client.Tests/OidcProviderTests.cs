using System.Security.Cryptography.X509Certificates;
using EnPower.Authentication;
using EnPower.Http;

namespace EnPower;

/// <summary>The token request works with an independent OAuth 2.0 server, not only with the emulator.</summary>
public sealed class OidcProviderTests : IClassFixture<OidcProviderFixture>
{
    private readonly OidcProviderFixture _server;

    public OidcProviderTests(OidcProviderFixture server)
    {
        _server = server;
        if (server.MissingReason is { } reason)
        {
            Assert.SkipWhen(string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")), reason);
            Assert.Fail(reason);
        }
    }

    [Fact]
    public async Task A_client_secret_gets_a_token() =>
        await AuthenticateAsync(new ClientSecretCredential(_server.SecretClientId, EmulatorFixture.Secure(_server.ClientSecret)));

    [Fact]
    public async Task A_certificate_gets_a_token() =>
        await AuthenticateAsync(new CertificateCredential(
            _server.CertificateClientId, new X509Certificate2(_server.Certificate), TimeProvider.System));

    [Fact]
    public async Task A_wrong_secret_is_refused() => await FailAsync(
        EnPowerErrorId.InvalidClient, new ClientSecretCredential(_server.SecretClientId, EmulatorFixture.Secure("wrong")));

    [Fact]
    public async Task Another_certificate_is_refused() => await FailAsync(
        EnPowerErrorId.InvalidClient,
        new CertificateCredential(_server.CertificateClientId, TestCertificate.Create(), TimeProvider.System));

    private async Task AuthenticateAsync(Credential credential)
    {
        using EnPowerClient client = CreateClient(credential);

        await client.AuthenticateAsync(new RecordingObserver(), TestContext.Current.CancellationToken);

        Assert.True(client.TokenExpiresOn > DateTimeOffset.UtcNow);
    }

    private async Task FailAsync(EnPowerErrorId errorId, Credential credential)
    {
        using EnPowerClient client = CreateClient(credential);

        var exception = await Assert.ThrowsAsync<EnPowerAuthenticationException>(
            () => client.AuthenticateAsync(new RecordingObserver(), TestContext.Current.CancellationToken));

        Assert.Equal(errorId, exception.ErrorId);
    }

    private EnPowerClient CreateClient(Credential credential) =>
        new(new EnPowerClientOptions(new Uri("https://localhost:1"), _server.Authority, credential)
        {
            Transport = new TransportOptions { SkipCertificateCheck = true },
            Retry = new RetryOptions { MaximumRetryCount = 0 },
        });
}
