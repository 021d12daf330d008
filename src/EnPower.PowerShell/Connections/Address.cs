using EnPower.Endpoints;

namespace EnPower.Connections;

/// <summary>Parses addresses from users.</summary>
internal static class Address
{
    private const string ServiceSuffix = $"/{ServicePath.Segment}";

    /// <summary>
    /// Parses the base address of the API. The result ends with a slash, and does not contain the path of the service.
    /// </summary>
    public static Uri ParseEndpoint(Uri address)
    {
        Uri endpoint = RequireHttps(
            address, EnPowerErrorId.InvalidEndpoint, "Endpoint", "https://graph-us.avepointonlineservices.com");
        string path = endpoint.AbsolutePath.TrimEnd('/');
        if (path.EndsWith(ServiceSuffix, StringComparison.OrdinalIgnoreCase))
        {
            path = path.Substring(0, path.Length - ServiceSuffix.Length);
        }

        return new Uri(endpoint, path + "/");
    }

    /// <summary>Parses the base address of the identity service.</summary>
    public static Uri ParseAuthority(Uri address) =>
        RequireHttps(address, EnPowerErrorId.InvalidAuthority, "Authority", "https://identity.avepointonlineservices.com");

    private static Uri RequireHttps(Uri address, EnPowerErrorId errorId, string parameter, string example)
    {
        bool isAddress = address.IsAbsoluteUri && address.Scheme == Uri.UriSchemeHttps
            && address.Query.Length == 0 && address.Fragment.Length == 0 && address.UserInfo.Length == 0;
        return isAddress
            ? address
            : throw new EnPowerException(
                errorId,
                $"-{parameter} requires an address that starts with https:// and has no query, such as {example}. "
                + $"It was: {address}");
    }
}
