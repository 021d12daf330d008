using System.Text.Json.Serialization;

namespace EnPower.Emulator;

/// <summary>
/// Something that goes wrong with requests for a path. All effects are optional and go together. A fault applies to the
/// requests numbered <see cref="FromRequest"/> to <see cref="FromRequest"/> + <see cref="Times"/> - 1 among those for its
/// path since it was added; where several apply to one request, the one added first does.
/// </summary>
public sealed record Fault
{
    /// <summary>Start of the request paths meant, such as <c>/smp/exchange/mailboxes</c>; case is ignored.</summary>
    public required string Path { get; init; }

    /// <summary>Text that the query of a request holds, such as <c>tenant=contoso.com</c>; any query without it.</summary>
    public string? Query { get; init; }

    /// <summary>Number of the first request that fails, counted from 1.</summary>
    public int FromRequest { get; init; } = 1;

    /// <summary>How many requests fail; null for all that follow.</summary>
    public int? Times { get; init; } = 1;

    /// <summary>Status of the response. From 300 on it replaces the normal response; below, it only relabels it.</summary>
    public int? Status { get; init; }

    /// <summary>Response headers, added to or in place of the normal ones.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>
    /// Text sent in place of the normal body. <c>{authorization}</c> in it becomes that header of the request,
    /// <c>{form}</c> the request's body, and <c>{escaped:authorization}</c> the header as a JSON string may hold it.
    /// </summary>
    public string? Body { get; init; }

    /// <summary>Bytes sent in place of the normal body, in base 64 in JSON.</summary>
    public byte[]? BodyData { get; init; }

    /// <summary>Encoding that the response claims for its body, whether that has it or not, such as <c>gzip</c>.</summary>
    public string? ContentEncoding { get; init; }

    /// <summary>Length that the response claims for its body; more than that has makes the client wait.</summary>
    public long? ContentLength { get; init; }

    /// <summary>Whether the body never ends.</summary>
    public bool Endless { get; init; }

    /// <summary>Content type in place of the normal one.</summary>
    public string? ContentType { get; init; }

    /// <summary>Value of <c>nextLink</c> in an otherwise normal page; may be empty.</summary>
    public string? NextLink { get; init; }

    /// <summary>Wait before the headers; in JSON a number of seconds or a time span.</summary>
    [JsonConverter(typeof(SecondsJsonConverter))]
    public TimeSpan? Delay { get; init; }

    /// <summary>Whether no answer comes until the client leaves or the emulator stops.</summary>
    public bool Hang { get; init; }

    /// <summary>Whether every token issued so far runs out as the request arrives, so that it is refused with 401.</summary>
    public bool ExpireTokens { get; init; }

    /// <summary>Whether the request is reset before any header: the connection on HTTP/1.1, the stream on HTTP/2.</summary>
    public bool Abort { get; init; }

    /// <summary>Bytes of the body, as sent on the wire, after which the request is reset.</summary>
    public long? AbortAfterBytes { get; init; }

    /// <summary>Bytes of the body, as sent on the wire, after which nothing more comes.</summary>
    public long? StallAfterBytes { get; init; }

    /// <summary>Speed of the body.</summary>
    public int? BytesPerSecond { get; init; }

    /// <summary>Size a page that is not empty is padded to, by a long string in its last item; streamed.</summary>
    public long? BodyBytes { get; init; }

    /// <summary>Depth of the nested arrays in an extra field of the page's first item.</summary>
    public int? NestingDepth { get; init; }

    /// <summary>Raw text sent in place of the list's value, valid JSON or not.</summary>
    public string? MailboxesJson { get; init; }
}
