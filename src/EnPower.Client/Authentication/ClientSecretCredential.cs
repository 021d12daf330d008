using System.Net;
using System.Security;
using Microsoft.Identity.Client;

namespace EnPower.Authentication;

/// <summary>The client secret of the app registration in AvePoint Online Services.</summary>
internal sealed class ClientSecretCredential(string clientId, SecureString secret) : ClientCredential(clientId)
{
    private readonly SecureString _secret = secret.Length > 0
        ? secret.Copy()
        : throw new EnPowerException(EnPowerErrorId.InvalidClientSecret, $"The client secret of {clientId} is empty.");

    public override AuthenticationType AuthenticationType => AuthenticationType.ClientSecret;

    public override ConfidentialClientApplicationBuilder AddTo(
        ConfidentialClientApplicationBuilder application, Task<Uri> tokenEndpoint, Redaction redaction)
    {
        string text = new NetworkCredential(string.Empty, _secret).Password;
        redaction.Hide(text);
        return application.WithClientSecret(text);
    }

    public override void Dispose() => _secret.Dispose();
}
