namespace EnPower;

/// <summary>An error of a token request.</summary>
public sealed class EnPowerAuthenticationException : EnPowerException
{
    internal EnPowerAuthenticationException(EnPowerErrorId errorId, string message, Exception? innerException = null)
        : base(errorId, message, innerException)
    {
    }

    /// <summary>Gets the address of the identity service; <see langword="null"/> without a request.</summary>
    public Uri? Authority { get; internal set; }

    /// <summary>Gets the address of the failed request, or the rejected token endpoint.</summary>
    public string? Url { get; internal set; }

    /// <summary>Gets the OAuth 2.0 error code of the identity service, such as <c>invalid_client</c>.</summary>
    public string? Error { get; internal set; }

    /// <summary>Gets the error description of the identity service.</summary>
    public string? ErrorDescription { get; internal set; }
}
