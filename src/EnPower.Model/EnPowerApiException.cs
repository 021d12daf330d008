using System.Net;

namespace EnPower;

/// <summary>A request to the AvePoint Graph API that failed.</summary>
public sealed class EnPowerApiException : EnPowerException
{
    internal EnPowerApiException(EnPowerErrorId errorId, string message, Uri url, Exception? innerException = null)
        : base(errorId, message, innerException) => Url = url.ToDisplayString();

    /// <summary>Gets the status of the answer; <see langword="null"/> where no answer came.</summary>
    public HttpStatusCode? StatusCode { get; internal set; }

    /// <summary>Gets the error code that the API gave.</summary>
    public string? ErrorCode { get; internal set; }

    /// <summary>Gets the identifier of the request, by which AvePoint's support can find it.</summary>
    public string? RequestId { get; internal set; }

    /// <summary>Gets the address that was asked, without the values of parameters that aren't known to be harmless.</summary>
    public string Url { get; }
}
