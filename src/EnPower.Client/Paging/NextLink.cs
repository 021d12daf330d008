using EnPower.Http;

namespace EnPower.Paging;

/// <summary>
/// The API's <c>nextLink</c>. It is documented as a string only; the services behind the same gateway fill theirs with
/// absolute and relative addresses, with and without the service's own prefix, and with bare tokens.
/// </summary>
internal static class NextLink
{
    private const string ServicePath = "/smp/";

    /// <summary>Makes the address of the next page, one that the token may be sent to.</summary>
    /// <param name="link">The link, not empty.</param>
    /// <param name="request">The address of the page that the link came with.</param>
    /// <exception cref="EnPowerApiException">The link is no address, or one on another server.</exception>
    public static Uri Resolve(string link, Uri request)
    {
        // A path that starts at the root is an absolute file address to .NET on Unix.
        if (!Uri.TryCreate(link, UriKind.Absolute, out Uri? target) || link[0] == '/')
        {
            if (link.IndexOfAny(['/', '?']) < 0)
            {
                throw Invalid("is no address but a bare token, which the API documents no parameter for", request);
            }

            bool lacksPrefix = link[0] == '/' && !link.StartsWith(ServicePath, StringComparison.OrdinalIgnoreCase)
                && !link.StartsWith("//", StringComparison.Ordinal);
            if (!Uri.TryCreate(request, lacksPrefix ? ServicePath + link.Substring(1) : link, out target))
            {
                throw Invalid("is no address", request);
            }
        }

        target.RequireOriginOf(request);
        return target;
    }

    private static EnPowerApiException Invalid(string reason, Uri request) => new(
        EnPowerErrorId.InvalidNextLink, $"The link to the next page {reason}.", request);
}
