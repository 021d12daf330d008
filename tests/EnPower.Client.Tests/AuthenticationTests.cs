using EnPower.Authentication;
using EnPower.Emulator;
using EnPower.Mailboxes;

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
    public async Task Many_requests_at_once_ask_for_one_token()
    {
        EnPowerClient client = fixture.CreateClient();
        var observer = new RecordingObserver();

        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ =>
            EmulatorFixture.ReadAllAsync(client, new MailboxQuery { Top = 10 }, enough: 10, observer)));

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
            client, new MailboxQuery { Top = 10 }, observer: observer);

        Assert.Equal(100, mailboxes.Count);
        Assert.Equal(2, observer.Tokens.Count);
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
            () => EmulatorFixture.ReadAllAsync(client, new MailboxQuery()));

        Assert.Equal(EnPowerErrorId.Forbidden, exception.ErrorId);
        Assert.Contains("enpower.data.read.all", exception.Message);
    }
}
