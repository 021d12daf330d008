namespace EnPower.Http;

internal static class UriExtensions
{
    // Every parameter that the API documents.
    private static readonly HashSet<string> HarmlessParameters = new(StringComparer.OrdinalIgnoreCase)
    {
        "top", "tenant", "mailboxType", "resourceMailboxType", "fromDate", "toDate", "flowId",
    };

    /// <summary>
    /// The address for people to read: whole but for the values of parameters that the server made up, such as a
    /// continuation, of which no one knows what is in them.
    /// </summary>
    public static string ToDisplayString(this Uri uri)
    {
        string address = uri.GetLeftPart(UriPartial.Path);
        if (uri.Query.Length <= 1)
        {
            return address;
        }

        IEnumerable<string> parameters = uri.Query.Substring(1).Split('&').Select(static parameter =>
        {
            string name = parameter.Split('=')[0];
            return HarmlessParameters.Contains(name) ? parameter : $"{name}=…";
        });

        return $"{address}?{string.Join("&", parameters)}";
    }

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
