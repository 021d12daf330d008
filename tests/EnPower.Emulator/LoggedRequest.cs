namespace EnPower.Emulator;

/// <summary>A received request, without secrets.</summary>
public sealed record LoggedRequest
{
    /// <summary>When the headers of the request had arrived.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>Host header, port included.</summary>
    public required string Host { get; init; }

    /// <summary>Path, unescaped.</summary>
    public required string Path { get; init; }

    /// <summary>Query as sent, with its question mark; empty if there is none.</summary>
    public required string Query { get; init; }

    /// <summary>Protocol version, such as <c>HTTP/2</c>.</summary>
    public required string Protocol { get; init; }

    /// <summary>Identifier of the connection.</summary>
    public required string Connection { get; init; }

    /// <summary>The accepted encodings; empty without the header.</summary>
    public required string AcceptEncoding { get; init; }

    /// <summary>The user agent; empty without the header.</summary>
    public required string UserAgent { get; init; }

    /// <summary>Whether the request has an Authorization header. Its value is never stored.</summary>
    public required bool HasAuthorization { get; init; }

    /// <summary>Status of the response; null before the response has started.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Whether the client left, or was cut off, before the response was whole.</summary>
    public bool IsAborted { get; init; }
}
