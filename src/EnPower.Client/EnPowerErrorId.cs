namespace EnPower;

/// <summary>What went wrong: the stable name by which a script can tell errors apart.</summary>
public enum EnPowerErrorId
{
    /// <summary>There is no connection to use.</summary>
    NotConnected,

    /// <summary>The connection was closed while, or before, it was used.</summary>
    ConnectionClosed,

    /// <summary>No address of the API was given, or an address that can't be used.</summary>
    InvalidEndpoint,

    /// <summary>No address of the identity service was given, or an address that can't be used.</summary>
    InvalidAuthority,

    /// <summary>Certificate checks can be skipped for servers on this machine only.</summary>
    SkipCertificateCheckNotAllowed,

    /// <summary>A path that is none of the API, or that the access token may not be sent to.</summary>
    InvalidPath,

    /// <summary>A query parameter without a name or value, or one that was given twice.</summary>
    InvalidQuery,

    /// <summary>A file that can't be written to.</summary>
    OutFileFailed,

    /// <summary>The API refused a parameter (status 400).</summary>
    BadRequest,

    /// <summary>The API refused the access token, and a new one as well (status 401).</summary>
    Unauthorized,

    /// <summary>The application lacks a permission (status 403).</summary>
    Forbidden,

    /// <summary>The address doesn't exist (status 404).</summary>
    NotFound,

    /// <summary>Too many requests, for longer than retries went on (status 429).</summary>
    Throttled,

    /// <summary>The service failed, for longer than retries went on (status 408 and 500 to 599).</summary>
    ServiceUnavailable,

    /// <summary>An answer with a status that the API doesn't document.</summary>
    UnexpectedStatus,

    /// <summary>The server sent us to another address, which is never followed.</summary>
    UnexpectedRedirect,

    /// <summary>An answer that isn't what the API documents: no JSON, or not of the documented shape.</summary>
    InvalidResponse,

    /// <summary>An answer larger than 32 MB.</summary>
    ResponseTooLarge,

    /// <summary>A link to a page that is not to be followed: no address, or one on another server.</summary>
    InvalidNextLink,

    /// <summary>A link to a page that was read before.</summary>
    RepeatedNextLink,

    /// <summary>100 pages in a row that held nothing, with a link to one more.</summary>
    NoProgress,

    /// <summary>A read can't go on in this way: the error is of another command, or parameters contradict the link.</summary>
    InvalidResumeFrom,

    /// <summary>The host name could not be resolved.</summary>
    NameResolutionFailed,

    /// <summary>No secure connection could be made: the certificate, the host name or the protocol did not pass.</summary>
    TlsFailed,

    /// <summary>The connection could not be made, or broke.</summary>
    ConnectionFailed,

    /// <summary>There was no whole answer within the time limit.</summary>
    RequestTimedOut,

    /// <summary>The identity service doesn't know the client, or its secret or certificate.</summary>
    InvalidClient,

    /// <summary>The identity service doesn't grant the scope to the client.</summary>
    InvalidScope,

    /// <summary>The identity service doesn't let the client use this grant.</summary>
    UnauthorizedClient,

    /// <summary>The identity service refused the token request for another reason.</summary>
    TokenRequestFailed,

    /// <summary>The identity service failed or answered with something that is no OAuth 2.0 response.</summary>
    IdentityServiceFailed,
}
