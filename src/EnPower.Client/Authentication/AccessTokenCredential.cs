using System.Net;
using System.Security;
using EnPower.Http;

namespace EnPower.Authentication;

/// <summary>An access token from another source. It can be used until it expires, but not renewed.</summary>
internal sealed class AccessTokenCredential : Credential
{
    private readonly SecureString _token;
    private readonly DateTimeOffset? _expiresOn;

    public AccessTokenCredential(SecureString token)
    {
        string text = new NetworkCredential(string.Empty, token).Password;
        if (!BearerToken.IsValid(text))
        {
            throw new EnPowerException(
                EnPowerErrorId.InvalidAccessToken,
                "The access token is empty, or contains spaces or other characters that a bearer token can't have.");
        }

        _token = token.Copy();
        (ClientId, _expiresOn) = ReadClaims(text);
    }

    public override AuthenticationType AuthenticationType => AuthenticationType.AccessToken;

    public override string? ClientId { get; }

    public override IAccessTokenSource CreateTokenSource(
        Uri? authority, HttpMessageHandler transport, TimeSpan timeout, TimeProvider timeProvider) =>
        new TokenSource(this, timeProvider);

    public override void Dispose() => _token.Dispose();

    // A token is opaque to its client. If it is not a JWT with these claims, they are unknown.
    private static (string? ClientId, DateTimeOffset? ExpiresOn) ReadClaims(string token)
    {
        try
        {
            using var claims = JsonDocument.Parse(Base64Url.Decode(token.Split('.') is [_, var body, _] ? body : string.Empty));
            JsonElement root = claims.RootElement;
            return root.ValueKind == JsonValueKind.Object
                ? (ReadText(root, "client_id"), ReadTime(root, "exp"))
                : (null, null);
        }
        catch (Exception exception) when (exception is FormatException or JsonException or InvalidOperationException)
        {
            return (null, null);
        }
    }

    private static string? ReadText(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? ControlCharacters.MakeVisible(value.GetString()!)
            : null;

    private static DateTimeOffset? ReadTime(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number
        && value.TryGetDouble(out double seconds) && seconds >= 0 && seconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds((long)seconds)
            : null;

    private sealed class TokenSource(AccessTokenCredential credential, TimeProvider timeProvider) : IAccessTokenSource
    {
        private bool _isGiven;

        public Task<AccessToken> AcquireAsync(IRequestObserver observer, CancellationToken cancellationToken)
        {
            if (credential._expiresOn <= timeProvider.GetUtcNow())
            {
                throw new EnPowerAuthenticationException(
                    EnPowerErrorId.AccessTokenExpired,
                    $"The access token expired on {credential._expiresOn.Value.ToLocalTime():G}.");
            }

            if (_isGiven)
            {
                throw new EnPowerAuthenticationException(
                    EnPowerErrorId.AccessTokenRefused,
                    "The API rejected the access token.");
            }

            _isGiven = true;
            string value = new NetworkCredential(string.Empty, credential._token).Password;
            return Task.FromResult(new AccessToken(
                value, credential._expiresOn, renewOn: credential._expiresOn ?? DateTimeOffset.MaxValue));
        }
    }
}
