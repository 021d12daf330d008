using System.Security.Cryptography;
using System.Text;
using EnPower.Endpoints;
using EnPower.Http;
using EnPower.Json;

namespace EnPower.Paging;

/// <summary>
/// The <c>nextLink</c> of a page. The API documents it as a string only. Services behind the same gateway use absolute and
/// relative addresses, with and without the path of the service, and bare tokens.
/// </summary>
/// <param name="Text">The link, not empty.</param>
/// <param name="Request">The address of the page that contains it.</param>
internal sealed record NextLink(string Text, Uri Request)
{
    private static ReadOnlySpan<byte> Name => "\"nextLink\""u8;

    /// <summary>Creates the link of a page; <see langword="null"/> on the last page.</summary>
    public static NextLink? From(string? text, Uri request) => text is null ? null : new NextLink(text, request);

    /// <summary>
    /// Searches the link in an unparsed page, to request the next page early. The result may be a member of an item with the
    /// same name, so the caller must compare it with the link of the parsed page.
    /// </summary>
    public static NextLink? Find(ReadOnlySpan<byte> page, Uri request)
    {
        // In the documentation, the link is the last member of a page.
        int name = page.LastIndexOf(Name);
        if (name < 0)
        {
            return null;
        }

        ReadOnlySpan<byte> rest = page.Slice(name + Name.Length);
        var value = new Utf8JsonReader(rest.Slice(rest.IndexOf((byte)':') + 1), isFinalBlock: false, state: default);
        try
        {
            return value.Read() && value.TokenType == JsonTokenType.String && !Placeholder.Matches(ref value)
                ? new NextLink(JsonText.Read(ref value), request)
                : null;
        }
        catch (JsonException)
        {
            // The parser reports the error.
            return null;
        }
    }

    /// <summary>Resolves the address of the next page, on the same server.</summary>
    /// <exception cref="EnPowerApiException">The link is not a valid address, or leads to another server.</exception>
    public Uri Resolve()
    {
        // A # in a continuation token would begin a fragment, which is never sent.
        string text = Text.Replace("#", "%23");
        try
        {
            // On Unix, .NET takes a rooted path for an absolute file URI.
            if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? target) || text[0] == '/')
            {
                if (text.IndexOfAny(['/', '?']) < 0)
                {
                    throw Invalid("is a bare token, for which the API documents no parameter");
                }

                bool lacksPrefix = text[0] == '/' && !text.StartsWith(ServicePath.Prefix, StringComparison.OrdinalIgnoreCase)
                    && !text.StartsWith("//", StringComparison.Ordinal);
                target = new Uri(Request, lacksPrefix ? ServicePath.Prefix + text.Substring(1) : text);
            }

            target.RequireOriginOf(Request);
            return target;
        }
        catch (Exception exception) when (exception is not EnPowerException)
        {
            // Some invalid addresses make TryCreate throw too.
            throw Invalid("is not a valid address");
        }
    }

    /// <summary>Gets a hash of fixed length that identifies an address.</summary>
    public static Guid Fingerprint(Uri address)
    {
        byte[] text = Encoding.UTF8.GetBytes(address.AbsoluteUri);
#if NET
        return new Guid(SHA256.HashData(text).AsSpan(0, 16));
#else
        using var hash = SHA256.Create();
        byte[] digest = hash.ComputeHash(text);
        Array.Resize(ref digest, 16);
        return new Guid(digest);
#endif
    }

    private EnPowerApiException Invalid(string reason) => new(
        EnPowerErrorId.InvalidNextLink, $"The next link {reason}.", Request);
}
