namespace EnPower.Http;

internal static class UriExtensions
{
    /// <summary>Tells whether two addresses have scheme, host and port in common.</summary>
    public static bool HasOriginOf(this Uri uri, Uri other) =>
        Uri.Compare(uri, other, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>Fails unless two addresses have scheme, host and port in common: the token is for that server only.</summary>
    /// <exception cref="EnPowerApiException">The address is on another server.</exception>
    public static void RequireOriginOf(this Uri uri, Uri other)
    {
        if (!uri.HasOriginOf(other))
        {
            throw new EnPowerApiException(
                EnPowerErrorId.InvalidNextLink,
                $"The link to the page leads to {uri.GetLeftPart(UriPartial.Authority)}, and the access token is for "
                + $"{other.GetLeftPart(UriPartial.Authority)} only.",
                other);
        }
    }
}
