namespace EnPower;

/// <summary>A token request that failed.</summary>
public sealed class EnPowerAuthenticationException : EnPowerException
{
    internal EnPowerAuthenticationException(
        EnPowerErrorId errorId, string message, Uri authority, Exception? innerException = null)
        : base(errorId, message, innerException) => Authority = authority;

    /// <summary>Gets the address of the identity service.</summary>
    public Uri Authority { get; }

    /// <summary>Gets the OAuth 2.0 error code that the identity service gave, such as <c>invalid_client</c>.</summary>
    public string? Error { get; internal init; }

    /// <summary>Gets the description that the identity service gave.</summary>
    public string? ErrorDescription { get; internal init; }

    /// <summary>Gets a value indicating whether the same request may succeed later.</summary>
    internal bool IsTransient { get; init; }
}
