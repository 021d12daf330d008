namespace EnPower.Emulator;

/// <summary>A request the emulator received, without anything secret.</summary>
public sealed record LoggedRequest
{
    /// <summary>When the request's headers had arrived.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>Host header, port included.</summary>
    public required string Host { get; init; }

    /// <summary>Path, unescaped.</summary>
    public required string Path { get; init; }

    /// <summary>Query as sent, with its question mark; empty when there is none.</summary>
    public required string Query { get; init; }

    /// <summary>Protocol version, such as <c>HTTP/2</c>.</summary>
    public required string Protocol { get; init; }

    /// <summary>Identifier of the connection that the request came by.</summary>
    public required string Connection { get; init; }

    /// <summary>The encodings that the client takes; empty when it named none.</summary>
    public required string AcceptEncoding { get; init; }

    /// <summary>What the client calls itself; empty when it doesn't say.</summary>
    public required string UserAgent { get; init; }

    /// <summary>Whether an Authorization header came with the request; its value is never kept.</summary>
    public required bool HasAuthorization { get; init; }

    /// <summary>Status of the response; null as long as no response has started.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Whether the client left, or was cut off, before the response was whole.</summary>
    public bool IsAborted { get; init; }
}
