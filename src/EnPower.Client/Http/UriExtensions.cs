using System.Net;
using EnPower.Authentication;

namespace EnPower.Http;

internal static class UriExtensions
{
    /// <summary>Makes an address of a text that a server wrote; <see langword="null"/> where it is none.</summary>
    public static Uri? TryParse(string text)
    {
        try
        {
            // A path that starts at the root is an absolute file address to .NET on Unix.
            return Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && !uri.IsFile ? uri : null;
        }
        catch (Exception exception) when (exception is UriFormatException or IndexOutOfRangeException)
        {
            // .NET throws where it should only say no, for some hosts that hold controls of the direction of text: //\u202e
            return null;
        }
    }

    /// <summary>Tells whether two addresses have scheme, host and port in common.</summary>
    public static bool HasOriginOf(this Uri uri, Uri other) => Origin(uri) is { } origin && origin == Origin(other);

    /// <summary>Fails unless two addresses have scheme, host and port in common: the token is for that server only.</summary>
    /// <exception cref="EnPowerApiException">The address is on another server.</exception>
    public static void RequireOriginOf(this Uri uri, Uri other)
    {
        if (!uri.HasOriginOf(other))
        {
            throw new EnPowerApiException(
                EnPowerErrorId.InvalidNextLink,
                $"The link to the page leads to {Shorten(Origin(uri)) ?? "no host"}, and the access token is for {Origin(other)} only.",
                other);
        }
    }

    /// <summary>Gets scheme, host and port; <see langword="null"/> where they can't be told.</summary>
    public static string? Origin(this Uri uri)
    {
        try
        {
            return uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped).ToLowerInvariant();
        }
        catch (Exception exception) when (exception is UriFormatException or InvalidOperationException)
        {
            // .NET makes an address of some hosts that it then can't take apart.
            return null;
        }
    }

    /// <summary>Tells whether a status sends the client to another address.</summary>
    public static bool IsRedirect(this HttpStatusCode status) => (int)status is 300 or 301 or 302 or 303 or 307 or 308;

    private static string? Shorten(string? text) => ServerText.ToLine(text, new Redaction());
}
