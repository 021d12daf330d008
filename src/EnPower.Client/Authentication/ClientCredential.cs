using Microsoft.Identity.Client;

namespace EnPower.Authentication;

/// <summary>A credential of the OAuth 2.0 client credentials grant.</summary>
internal abstract class ClientCredential(string clientId) : Credential
{
    public sealed override string ClientId => clientId;

    public sealed override IAccessTokenSource CreateTokenSource(
        Uri? authority, HttpMessageHandler transport, TimeSpan timeout, TimeProvider timeProvider) =>
        new IdentityServiceTokenSource(
            authority ?? throw new ArgumentNullException(nameof(authority)), this, transport, timeout, timeProvider);

    /// <summary>Adds the credential to the application, and its secrets to the redaction.</summary>
    public abstract ConfidentialClientApplicationBuilder AddTo(
        ConfidentialClientApplicationBuilder application, Task<Uri> tokenEndpoint, Redaction redaction);
}
