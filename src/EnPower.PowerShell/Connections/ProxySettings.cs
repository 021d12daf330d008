using System.Net;

namespace EnPower.Connections;

/// <summary>The proxy as users give it: by the parameters that Invoke-RestMethod has.</summary>
internal static class ProxySettings
{
    /// <summary>Makes the proxy; <see langword="null"/> where the system's is meant.</summary>
    /// <exception cref="EnPowerException">The parameters contradict each other.</exception>
    public static IWebProxy? Create(Uri? address, PSCredential? credential, bool useDefaultCredentials)
    {
        if (address is null)
        {
            return credential is null && !useDefaultCredentials
                ? null
                : throw Invalid(
                    "-ProxyCredential and -ProxyUseDefaultCredentials are for the proxy that -Proxy names, which is missing.");
        }

        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            || address.UserInfo.Length > 0)
        {
            throw Invalid(
                "-Proxy takes an address such as http://proxy.example:8080, without user and password: those go into "
                + "-ProxyCredential.");
        }

        return credential is not null && useDefaultCredentials
            ? throw Invalid("-ProxyCredential and -ProxyUseDefaultCredentials exclude each other.")
            : new WebProxy(address)
            {
                Credentials = useDefaultCredentials ? CredentialCache.DefaultCredentials : credential?.GetNetworkCredential(),
            };
    }

    private static EnPowerException Invalid(string message) => new(EnPowerErrorId.InvalidProxy, message);
}
