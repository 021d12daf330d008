using System.ComponentModel;
using System.Net.Sockets;
using System.Security.Authentication;
using EnPower.Authentication;
using EnPower.Http;
using EnPower.Paging;

namespace EnPower;

/// <summary>Which failures of a connection are failures of TLS, which no retry mends.</summary>
public sealed class TransportFailureTests(SmallEmulatorFixture fixture) : IClassFixture<SmallEmulatorFixture>
{
    // A fatal alert, handshake_failure (RFC 5246, section 7.2).
    private static readonly byte[] HandshakeFailure = [0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0x80090326)] // SEC_E_ILLEGAL_MESSAGE
    [InlineData(0x80090331)] // SEC_E_ALGORITHM_MISMATCH
    [InlineData(0x80090325)] // SEC_E_UNTRUSTED_ROOT
    [InlineData(0x800B0109)] // CERT_E_UNTRUSTEDROOT
    [InlineData(0x800B010F)] // CERT_E_CN_NO_MATCH
    public void A_security_error_of_Windows_is_one_of_TLS(uint code)
    {
        TransportFailure failure = Explain(new Win32Exception(unchecked((int)code), "Schannel refused the server."));

        Assert.Equal(EnPowerErrorId.TlsFailed, failure.ErrorId);
        Assert.False(failure.IsTransient);
        Assert.Matches("^The TLS handshake with [^ ]+:\\d+ failed: Schannel refused the server\\.$", failure.Message);
    }

    [Fact]
    public void Another_error_of_Windows_is_none_of_TLS()
    {
        const int AccessDenied = 5;

        TransportFailure failure = Explain(new Win32Exception(AccessDenied));

        Assert.Equal(EnPowerErrorId.ConnectionFailed, failure.ErrorId);
        Assert.True(failure.IsTransient);
    }

    [Fact]
    public void A_reset_connection_is_none_of_TLS()
    {
        TransportFailure failure = Explain(new SocketException((int)SocketError.ConnectionReset));

        Assert.Equal(EnPowerErrorId.ConnectionFailed, failure.ErrorId);
        Assert.Matches("^The connection to [^ ]+:\\d+ failed: .+", failure.Message);
    }

    [Fact]
    public void An_authentication_exception_is_one_of_TLS_on_every_system() =>
        Assert.Equal(EnPowerErrorId.TlsFailed, Explain(new AuthenticationException("No common algorithm.")).ErrorId);

    [Fact]
    public async Task An_API_that_refuses_the_handshake_is_asked_once()
    {
        using var server = new Eavesdropper(HandshakeFailure);
        using EnPowerClient client = fixture.CreateClient(options => options with { Endpoint = AddressOf(server) });

        var exception = await Assert.ThrowsAsync<EnPowerApiException>(
            () => EmulatorFixture.ReadAllAsync(client, new ListQuery<Mailbox>()));

        Assert.Equal(EnPowerErrorId.TlsFailed, exception.ErrorId);
        Assert.Single(server.Heard);
    }

    [Fact]
    public async Task An_identity_service_that_refuses_the_handshake_is_asked_once()
    {
        using var server = new Eavesdropper(HandshakeFailure);
        using EnPowerClient client = fixture.CreateClient(options => options with { Authority = AddressOf(server) });

        var exception = await Assert.ThrowsAsync<EnPowerAuthenticationException>(
            () => client.AuthenticateAsync(new RecordingObserver(), Token));

        Assert.Equal(EnPowerErrorId.TlsFailed, exception.ErrorId);
        Assert.Single(server.Heard);
    }

    private static Uri AddressOf(Eavesdropper server) => new($"https://localhost:{server.Port}");

    private static TransportFailure Explain(Exception cause) => TransportFailure.From(
        new HttpRequestException("The request failed.", new IOException("The handshake failed.", cause)),
        new Uri("https://graph-us.avepointonlineservices.com"),
        new Redaction());
}
