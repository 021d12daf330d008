namespace EnPower;

/// <summary>An access token that could not be had.</summary>
public sealed class EnPowerAuthenticationException : EnPowerException
{
    internal EnPowerAuthenticationException(EnPowerErrorId errorId, string message, Exception? innerException = null)
        : base(errorId, message, innerException)
    {
    }

    /// <summary>Gets the address of the identity service; <see langword="null"/> where none was asked.</summary>
    public Uri? Authority { get; internal set; }

    /// <summary>Gets the address of the request that failed, at the identity service or where that led.</summary>
    public string? Url { get; internal set; }

    /// <summary>Gets the OAuth 2.0 error code that the identity service gave, such as <c>invalid_client</c>.</summary>
    public string? Error { get; internal set; }

    /// <summary>Gets the description that the identity service gave.</summary>
    public string? ErrorDescription { get; internal set; }
}
