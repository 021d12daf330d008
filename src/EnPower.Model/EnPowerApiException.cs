using System.Net;

namespace EnPower;

/// <summary>An error of a request to the AvePoint Graph API.</summary>
public sealed class EnPowerApiException : EnPowerException
{
    internal EnPowerApiException(EnPowerErrorId errorId, string message, Uri url, Exception? innerException = null)
        : base(errorId, message, innerException) => Url = url.ToDisplayString();

    /// <summary>Gets the status of the response; <see langword="null"/> without a response.</summary>
    public HttpStatusCode? StatusCode { get; internal set; }

    /// <summary>Gets the error code of the API.</summary>
    public string? ErrorCode { get; internal set; }

    /// <summary>Gets the request ID, for the support of AvePoint.</summary>
    public string? RequestId { get; internal set; }

    /// <summary>Gets the address of the request, without the values of undocumented parameters.</summary>
    public string Url { get; }
}
