namespace EnPower.Json;

/// <summary>The options of all JSON readers.</summary>
internal static class JsonOptions
{
    private const int MaximumDepth = 256;

    /// <summary>Gets the options for responses. The samples in the documentation have comments and trailing commas.</summary>
    public static JsonReaderOptions Response { get; } = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = MaximumDepth,
    };

    /// <summary>Gets the options for responses that are read as a document.</summary>
    public static JsonDocumentOptions ResponseDocument { get; } = new()
    {
        AllowTrailingCommas = Response.AllowTrailingCommas,
        CommentHandling = Response.CommentHandling,
        MaxDepth = Response.MaxDepth,
    };

    /// <summary>Gets the options for snapshots, which have strict JSON.</summary>
    public static JsonReaderOptions Snapshot { get; } = new() { MaxDepth = MaximumDepth };
}
