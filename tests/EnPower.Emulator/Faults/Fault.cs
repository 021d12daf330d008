using System.Text.Json.Serialization;

namespace EnPower.Emulator;

/// <summary>
/// A fault of requests for a path. All effects are optional and can be combined. A fault applies to the requests numbered
/// <see cref="FromRequest"/> to <see cref="FromRequest"/> + <see cref="Times"/> - 1 among those for its path since it was added.
/// If several faults match a request, the first added one applies.
/// </summary>
public sealed record Fault
{
    /// <summary>Prefix of the request paths, such as <c>/smp/exchange/mailboxes</c>, ignoring case.</summary>
    public required string Path { get; init; }

    /// <summary>Text that the query contains, such as <c>tenant=contoso.com</c>; any query if null.</summary>
    public string? Query { get; init; }

    /// <summary>Number of the first request that fails, counted from 1.</summary>
    public int FromRequest { get; init; } = 1;

    /// <summary>Number of requests that fail; null for all.</summary>
    public int? Times { get; init; } = 1;

    /// <summary>Status of the response. From 300 on it replaces the normal response; below, it only relabels it.</summary>
    public int? Status { get; init; }

    /// <summary>Response headers, which add to or replace the normal ones. An empty value removes the header.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>
    /// Text that replaces the body. <c>{authorization}</c> is replaced by that header of the request, <c>{form}</c> by the body
    /// of the request, and <c>{escaped:authorization}</c> by the header with JSON escapes.
    /// </summary>
    public string? Body { get; init; }

    /// <summary>Bytes that replace the body; Base64 in JSON.</summary>
    public byte[]? BodyData { get; init; }

    /// <summary>Declared encoding of the body, such as <c>gzip</c>, which the body need not have.</summary>
    public string? ContentEncoding { get; init; }

    /// <summary>Declared length of the body. If it exceeds the actual length, the client waits.</summary>
    public long? ContentLength { get; init; }

    /// <summary>Whether the body never ends.</summary>
    public bool Endless { get; init; }

    /// <summary>Content type that replaces the normal one.</summary>
    public string? ContentType { get; init; }

    /// <summary>Value of <c>nextLink</c> in an otherwise normal page; may be empty.</summary>
    public string? NextLink { get; init; }

    /// <summary>Delay before the headers; in JSON a number of seconds or a time span.</summary>
    [JsonConverter(typeof(SecondsJsonConverter))]
    public TimeSpan? Delay { get; init; }

    /// <summary>Whether there is no response until the client disconnects or the emulator stops.</summary>
    public bool Hang { get; init; }

    /// <summary>Whether all issued tokens expire when the request arrives, so that it is rejected with 401.</summary>
    public bool ExpireTokens { get; init; }

    /// <summary>Whether the request is reset before any header: the connection on HTTP/1.1, the stream on HTTP/2.</summary>
    public bool Abort { get; init; }

    /// <summary>Bytes of the body, as sent on the wire, after which the request is reset.</summary>
    public long? AbortAfterBytes { get; init; }

    /// <summary>Bytes of the body, as sent on the wire, after which the response stalls.</summary>
    public long? StallAfterBytes { get; init; }

    /// <summary>Speed of the body.</summary>
    public int? BytesPerSecond { get; init; }

    /// <summary>Size to which a page is padded by a long string in its last item. The page is streamed.</summary>
    public long? BodyBytes { get; init; }

    /// <summary>Depth of the nested arrays in an extra field of the page's first item.</summary>
    public int? NestingDepth { get; init; }

    /// <summary>Raw text that replaces the value of the list, valid JSON or not.</summary>
    public string? ListJson { get; init; }
}
