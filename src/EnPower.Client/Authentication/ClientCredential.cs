using Microsoft.Identity.Client;

namespace EnPower.Authentication;

/// <summary>What an application proves to the identity service, which then gives it a token.</summary>
internal abstract class ClientCredential(string clientId) : Credential
{
    public sealed override string ClientId => clientId;

    public sealed override IAccessTokenSource CreateTokenSource(
        Uri? authority, HttpMessageHandler transport, TimeSpan timeout, TimeProvider timeProvider) =>
        new IdentityServiceTokenSource(
            authority ?? throw new ArgumentNullException(nameof(authority)), this, transport, timeout, timeProvider);

    /// <summary>Adds the proof to the application, and what may never be shown to the redaction.</summary>
    public abstract ConfidentialClientApplicationBuilder AddTo(
        ConfidentialClientApplicationBuilder application, Task<Uri> tokenEndpoint, Redaction redaction);
}
