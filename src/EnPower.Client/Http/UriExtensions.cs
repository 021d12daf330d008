using System.Net;
using EnPower.Authentication;

namespace EnPower.Http;

internal static class UriExtensions
{
    /// <summary>Parses an address from a server; <see langword="null"/> if it is not valid.</summary>
    public static Uri? TryParse(string text)
    {
        try
        {
            // On Unix, .NET takes a rooted path for an absolute file URI.
            return Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && !uri.IsFile ? uri : null;
        }
        catch (Exception exception) when (exception is UriFormatException or IndexOutOfRangeException)
        {
            // .NET throws for some hosts with bidirectional control characters, such as //\u202e.
            return null;
        }
    }

    /// <summary>Tells whether two addresses have the same scheme, host and port.</summary>
    public static bool HasOriginOf(this Uri uri, Uri other) => Origin(uri) is { } origin && origin == Origin(other);

    /// <summary>Throws unless two addresses have the same scheme, host and port.</summary>
    /// <exception cref="EnPowerApiException">The address is on another server.</exception>
    public static void RequireOriginOf(this Uri uri, Uri other)
    {
        if (!uri.HasOriginOf(other))
        {
            throw new EnPowerApiException(
                EnPowerErrorId.InvalidNextLink,
                $"The link to the page leads to {Shorten(Origin(uri)) ?? "no host"}. "
                + $"The access token is sent to {Origin(other)} only.",
                other);
        }
    }

    /// <summary>Gets scheme, host and port; <see langword="null"/> if the address is not valid.</summary>
    public static string? Origin(this Uri uri)
    {
        try
        {
            return uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped).ToLowerInvariant();
        }
        catch (Exception exception) when (exception is UriFormatException or InvalidOperationException)
        {
            // .NET accepts some hosts in the constructor that its getters reject.
            return null;
        }
    }

    /// <summary>Tells whether a status is a redirect.</summary>
    public static bool IsRedirect(this HttpStatusCode status) => (int)status is 300 or 301 or 302 or 303 or 307 or 308;

    private static string? Shorten(string? text) => ServerText.ToLine(text, new Redaction());
}
