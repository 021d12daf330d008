using Microsoft.Identity.Client;

namespace EnPower.Authentication;

/// <summary>How an application proves to the identity service who it is.</summary>
internal abstract class ClientCredential(string clientId)
{
    public string ClientId => clientId;

    public abstract AuthenticationType AuthenticationType { get; }

    public abstract ConfidentialClientApplicationBuilder AddTo(ConfidentialClientApplicationBuilder application);
}
