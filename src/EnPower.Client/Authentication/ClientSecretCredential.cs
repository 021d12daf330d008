using System.Net;
using System.Security;
using Microsoft.Identity.Client;

namespace EnPower.Authentication;

/// <summary>A client secret of the app registration in AvePoint Online Services.</summary>
internal sealed class ClientSecretCredential(string clientId, SecureString secret) : ClientCredential(clientId)
{
    public override AuthenticationType AuthenticationType => AuthenticationType.ClientSecret;

    public override ConfidentialClientApplicationBuilder AddTo(ConfidentialClientApplicationBuilder application) =>
        application.WithClientSecret(new NetworkCredential(string.Empty, secret).Password);
}
