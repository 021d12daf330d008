using System.Net;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using EnPower.Authentication;
using EnPower.Emulator;
using EnPower.Http;
using EnPower.Paging;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Identity.Client;

namespace EnPower;

public sealed class AuthenticationTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_secret_gets_a_token()
    {
        EnPowerClient client = fixture.CreateClient();

        await client.AuthenticateAsync(new RecordingObserver(), Token);

        Assert.InRange(client.TokenExpiresOn!.Value, DateTimeOffset.UtcNow.AddMinutes(55), DateTimeOffset.UtcNow.AddMinutes(61));
    }

    [Fact]
    public async Task A_wrong_secret_is_an_error_in_the_identity_services_words()
    {
        EnPowerClient client = fixture.CreateClient(options => options with
        {
            Credential = new ClientSecretCredential(fixture.Emulator.ClientId, EmulatorFixture.Secure("wrong")),
        });

        var exception = await Assert.ThrowsAsync<EnPowerAuthenticationException>(
            () => client.AuthenticateAsync(new RecordingObserver(), Token));

        Assert.Equal((EnPowerErrorId.InvalidClient, "invalid_client"), (exception.ErrorId, exception.Error));
        Assert.NotEmpty(exception.ErrorDescription!);
        Assert.Contains(exception.ErrorDescription!, exception.Message);
    }

    [Fact]
    public void An_empty_secret_is_refused()
    {
        var exception = Assert.Throws<EnPowerException>(() => new ClientSecretCredential("client", new SecureString()));

        Assert.Equal(
            (EnPowerErrorId.InvalidClientSecret, "The client secret of client is empty."),
            (exception.ErrorId, exception.Message));
    }

    [Fact]
    public async Task Many_requests_at_once_ask_for_one_token()
    {
        EnPowerClient client = fixture.CreateClient();
        var observer = new RecordingObserver();

        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ =>
            EmulatorFixture.ReadAllAsync(client, new ListQuery<Mailbox> { Top = 10 }, limit: 10, observer)));

        Assert.Single(observer.Tokens);
    }

    [Fact]
    public async Task A_token_that_the_API_no_longer_takes_is_renewed_in_the_middle_of_a_read()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(new EmulatorOptions { Mailboxes = 100 }, Token);
        EnPowerClient client = fixture.CreateClient(emulator);
        var observer = new RecordingObserver();
        await client.AuthenticateAsync(observer, Token);
        emulator.InvalidateTokens();

        IReadOnlyList<Mailbox> mailboxes = await EmulatorFixture.ReadAllAsync(
            client, new ListQuery<Mailbox> { Top = 10 }, observer: observer);

        Assert.Equal(100, mailboxes.Count);
        Assert.Equal(2, observer.Tokens.Count);
    }

    [Fact]
    public async Task However_many_are_refused_at_once_one_token_is_asked_for()
    {
        EnPowerClient client = fixture.CreateClient();
        var observer = new RecordingObserver();
        await client.AuthenticateAsync(observer, Token);
        fixture.Emulator.InvalidateTokens();

        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ =>
            EmulatorFixture.ReadAllAsync(client, new ListQuery<Mailbox> { Top = 10 }, limit: 10, observer)));

        Assert.Equal(2, observer.Tokens.Count);
    }

    [Fact]
    public async Task A_token_is_renewed_ahead_of_its_end()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        EnPowerClient client = fixture.CreateClient(options => options with { TimeProvider = time });
        var observer = new RecordingObserver();
        await client.AuthenticateAsync(observer, Token);

        time.Advance(TimeSpan.FromMinutes(54));
        await client.AuthenticateAsync(observer, Token);
        Assert.Single(observer.Tokens);

        time.Advance(TimeSpan.FromMinutes(2));
        await client.AuthenticateAsync(observer, Token);
        Assert.Equal(2, observer.Tokens.Count);
    }

    [Fact]
    public async Task A_client_that_was_revoked_ends_a_read_in_the_identity_services_words()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(new EmulatorOptions { Mailboxes = 100 }, Token);
        EnPowerClient client = fixture.CreateClient(emulator);
        await client.AuthenticateAsync(new RecordingObserver(), Token);
        emulator.InvalidateTokens();
        emulator.RevokeClient();

        var exception = await Assert.ThrowsAsync<EnPowerAuthenticationException>(
            () => EmulatorFixture.ReadAllAsync(client, new ListQuery<Mailbox> { Top = 10 }));

        Assert.Equal(EnPowerErrorId.InvalidClient, exception.ErrorId);
        Assert.Contains("The client has been revoked.", exception.Message);
    }

    [Fact]
    public async Task A_client_that_is_disposed_while_it_waits_for_a_token_keeps_none()
    {
        EnPowerClient client = fixture.CreateClient();
        fixture.Emulator.Faults.Add(new Fault { Path = "/connect/token", Delay = TimeSpan.FromSeconds(1) });
        fixture.Emulator.Requests.Clear();
        Task authenticating = client.AuthenticateAsync(new RecordingObserver(), Token);
        Assert.True(SpinWait.SpinUntil(
            () => fixture.Emulator.Requests.Snapshot().Any(request => request.Path == "/connect/token"),
            TimeSpan.FromSeconds(20)));

        client.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => authenticating);
        Assert.Null(client.TokenExpiresOn);
    }

    [Fact]
    public async Task A_key_that_fails_to_sign_is_an_error_that_names_the_certificate()
    {
        // The key of a disposed certificate fails as one on a removed smart card does.
        X509Certificate2 certificate = TestCertificate.Create();
        string thumbprint = certificate.Thumbprint;
        EnPowerClient client = fixture.CreateClient(options => options with
        {
            Credential = new CertificateCredential("client", certificate, TimeProvider.System),
        });
        certificate.Dispose();

        var exception = await Assert.ThrowsAsync<EnPowerException>(
            () => client.AuthenticateAsync(new RecordingObserver(), Token));

        Assert.Equal(EnPowerErrorId.CertificateKeyNotUsable, exception.ErrorId);
        Assert.Contains(thumbprint, exception.Message);
        Assert.Contains("private key that can't be used: ", exception.Message);
    }

    [Fact]
    public async Task A_cache_that_is_closed_gives_no_token_and_keeps_none_that_comes_late()
    {
        AccessTokenCache cache = null!;
        int count = 0;
        cache = Cache(TimeProvider.System, () =>
        {
            count++;
            cache.Dispose();
        });

        await Assert.ThrowsAsync<OperationCanceledException>(async () => await cache.GetAsync(new RecordingObserver(), Token));
        Assert.Null(cache.ExpiresOn);
        await Assert.ThrowsAsync<OperationCanceledException>(async () => await cache.GetAsync(new RecordingObserver(), Token));
        Assert.Equal(1, count);
    }

    [Fact]
    public async Task A_token_is_renewed_from_the_instant_on_that_it_is_to_be_renewed()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        int count = 0;
        using AccessTokenCache cache = Cache(time, () => count++);
        AccessToken token = await cache.GetAsync(new RecordingObserver(), Token);

        time.SetUtcNow(token.RenewOn.AddTicks(-1));
        await cache.GetAsync(new RecordingObserver(), Token);
        Assert.Equal(1, count);

        time.SetUtcNow(token.RenewOn);
        await cache.GetAsync(new RecordingObserver(), Token);
        Assert.Equal(2, count);
    }

    [Fact]
    public void A_client_that_is_disposed_drops_the_certificates_handle()
    {
        X509Certificate2 certificate = TestCertificate.Create();
        EnPowerClient client = fixture.CreateClient(options => options with
        {
            Credential = new CertificateCredential("client", certificate, TimeProvider.System),
        });

        client.Dispose();

        Assert.Equal(IntPtr.Zero, certificate.Handle);
    }

    [Fact]
    public void A_client_that_is_disposed_drops_its_copy_of_the_secret_and_not_the_callers()
    {
        SecureString secret = EmulatorFixture.Secure("secret");
        var credential = new ClientSecretCredential("client", secret);

        fixture.CreateClient(options => options with { Credential = credential }).Dispose();

        Task<Uri> tokenEndpoint = Task.FromResult(new Uri("https://localhost/token"));
        Assert.Throws<ObjectDisposedException>(
            () => credential.AddTo(ConfidentialClientApplicationBuilder.Create("client"), tokenEndpoint, new Redaction()));
        Assert.Equal("secret", new NetworkCredential(string.Empty, secret).Password);
    }

    [Fact]
    public async Task Without_the_permission_the_error_names_it()
    {
        EnPowerClient client = fixture.CreateClient(options => options with
        {
            Credential = new ClientSecretCredential(
                fixture.Emulator.UnprivilegedClientId, EmulatorFixture.Secure(fixture.Emulator.ClientSecret)),
        });

        var exception = await Assert.ThrowsAsync<EnPowerApiException>(
            () => EmulatorFixture.ReadAllAsync(client, new ListQuery<Mailbox>()));

        Assert.Equal(EnPowerErrorId.Forbidden, exception.ErrorId);
        Assert.Contains("enpower.data.read.all", exception.Message);
    }

    private static AccessTokenCache Cache(TimeProvider time, Action onAcquire) =>
        new(new TokenSource(time, onAcquire), new RetryOptions(), time);

    private sealed class TokenSource(TimeProvider time, Action onAcquire) : IAccessTokenSource
    {
        public Task<AccessToken> AcquireAsync(IRequestObserver observer, CancellationToken cancellationToken)
        {
            onAcquire();
            DateTimeOffset now = time.GetUtcNow();
            return Task.FromResult(AccessToken.Renewable("token", now, now.AddHours(1)));
        }
    }
}
