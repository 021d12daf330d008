using System.Security.Cryptography;
using System.Text;
using EnPower.Http;
using EnPower.Json;

namespace EnPower.Paging;

/// <summary>
/// The API's <c>nextLink</c>. It is documented as a string only; the services behind the same gateway fill theirs with
/// absolute and relative addresses, with and without the service's own prefix, and with bare tokens.
/// </summary>
/// <param name="Text">The link, not empty.</param>
/// <param name="Request">The address of the page that it came with.</param>
internal sealed record NextLink(string Text, Uri Request)
{
    private const string ServicePath = "/smp/";

    private static ReadOnlySpan<byte> Name => "\"nextLink\""u8;

    /// <summary>Makes a link of what a page has for it, which is nothing on the last one.</summary>
    public static NextLink? From(string? text, Uri request) => text is null ? null : new NextLink(text, request);

    /// <summary>
    /// Looks for the link in a page that is yet to be parsed. What it finds may belong to something within the page, so it is
    /// to be compared with the link of the parsed page.
    /// </summary>
    public static NextLink? Find(ReadOnlySpan<byte> page, Uri request)
    {
        // A page ends with its link, by the documentation.
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
            // What is wrong with the page comes up when it is parsed.
            return null;
        }
    }

    /// <summary>Makes the address of the next page, one that the token may be sent to.</summary>
    /// <exception cref="EnPowerApiException">The link is no address, or one on another server.</exception>
    public Uri Resolve()
    {
        // A continuation may hold a #, which would begin a fragment; nothing that is requested has one.
        string text = Text.Replace("#", "%23");
        try
        {
            // A path that starts at the root is an absolute file address to .NET on Unix.
            if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? target) || text[0] == '/')
            {
                if (text.IndexOfAny(['/', '?']) < 0)
                {
                    throw Invalid("is no address but a bare token, which the API documents no parameter for");
                }

                bool lacksPrefix = text[0] == '/' && !text.StartsWith(ServicePath, StringComparison.OrdinalIgnoreCase)
                    && !text.StartsWith("//", StringComparison.Ordinal);
                if (!Uri.TryCreate(Request, lacksPrefix ? ServicePath + text.Substring(1) : text, out target))
                {
                    throw Invalid("is no address");
                }
            }

            target.RequireOriginOf(Request);
            return target;
        }
        catch (Exception exception) when (exception is not EnPowerException)
        {
            // .NET's own parser of addresses fails on some texts that are none, rather than refuse them.
            throw Invalid("is no address");
        }
    }

    /// <summary>Gets what an address is remembered by, the same few bytes however long it is.</summary>
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
        EnPowerErrorId.InvalidNextLink, $"The link to the next page {reason}.", Request);
}
