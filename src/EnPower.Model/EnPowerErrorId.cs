namespace EnPower;

/// <summary>Identifies an error. The names are stable, so scripts can rely on them.</summary>
public enum EnPowerErrorId
{
    /// <summary>There is no connection to use.</summary>
    NotConnected,

    /// <summary>The connection was closed before or during the command.</summary>
    ConnectionClosed,

    /// <summary>The address of the API is missing or not valid.</summary>
    InvalidEndpoint,

    /// <summary>The address of the identity service is missing or not valid.</summary>
    InvalidAuthority,

    /// <summary>Certificate checks can be skipped for servers on this machine only.</summary>
    SkipCertificateCheckNotAllowed,

    /// <summary>The client ID or the client secret is missing, and the session can't prompt for it.</summary>
    CredentialMissing,

    /// <summary>The client secret is empty.</summary>
    InvalidClientSecret,

    /// <summary>The access token is empty, or contains characters that a bearer token can't have.</summary>
    InvalidAccessToken,

    /// <summary>The thumbprint is not 40 hexadecimal digits.</summary>
    InvalidThumbprint,

    /// <summary>No personal certificate store contains the certificate.</summary>
    CertificateNotFound,

    /// <summary>A certificate store contains more than one certificate with the thumbprint.</summary>
    CertificateAmbiguous,

    /// <summary>The certificate file does not exist.</summary>
    CertificateFileNotFound,

    /// <summary>The certificate file can't be read, or is neither PFX nor PEM.</summary>
    InvalidCertificateFile,

    /// <summary>Windows PowerShell does not support PEM files.</summary>
    PemNotSupported,

    /// <summary>The password of the certificate file is missing or wrong.</summary>
    CertificatePasswordIncorrect,

    /// <summary>The certificate has no private key.</summary>
    CertificateWithoutPrivateKey,

    /// <summary>
    /// This user or this machine can't use the private key of the certificate, or the certificate has been disposed.
    /// </summary>
    CertificateKeyNotUsable,

    /// <summary>The key of the certificate is not RSA, or shorter than 2048 bits.</summary>
    CertificateKeyNotSupported,

    /// <summary>The certificate has expired.</summary>
    CertificateExpired,

    /// <summary>The certificate is not valid yet.</summary>
    CertificateNotYetValid,

    /// <summary>A required environment variable is not set.</summary>
    EnvironmentVariableMissing,

    /// <summary>The value of an environment variable is not valid.</summary>
    EnvironmentVariableInvalid,

    /// <summary>The access token has expired, and can't be renewed without a credential.</summary>
    AccessTokenExpired,

    /// <summary>The API rejected the access token (status 401).</summary>
    AccessTokenRefused,

    /// <summary>The connection is a copy from another process, without its credential.</summary>
    ConnectionFromAnotherProcess,

    /// <summary>The proxy parameters contradict each other, or the address of the proxy is not valid.</summary>
    InvalidProxy,

    /// <summary>The proxy requires authentication (status 407).</summary>
    ProxyAuthenticationRequired,

    /// <summary>The path is not a path of the API on this connection.</summary>
    InvalidPath,

    /// <summary>The identifier is not valid, or would change the path of the request.</summary>
    InvalidIdentifier,

    /// <summary>The time range ends before it begins.</summary>
    InvalidTimeRange,

    /// <summary>A query parameter has no name or no value, or is set twice.</summary>
    InvalidQuery,

    /// <summary>The file can't be written.</summary>
    OutFileFailed,

    /// <summary>The snapshot does not exist, or can't be opened.</summary>
    NoSnapshot,

    /// <summary>The file is not a snapshot, or is truncated or damaged.</summary>
    InvalidSnapshot,

    /// <summary>A later version of EnPower wrote the snapshot.</summary>
    SnapshotVersionNotSupported,

    /// <summary>The objects are not EnPower objects, or not all of one resource.</summary>
    NotOfOneResource,

    /// <summary>The snapshots are incomplete, or differ in resource or scope, so a comparison would mislead.</summary>
    SnapshotsNotComparable,

    /// <summary>The resource has no property of that name.</summary>
    UnknownProperty,

    /// <summary>The input object is not a mailbox.</summary>
    NoMailbox,

    /// <summary>No mailbox has the identity.</summary>
    MailboxNotFound,

    /// <summary>The API rejected a parameter (status 400).</summary>
    BadRequest,

    /// <summary>The API rejected the access token, and a renewed one as well (status 401).</summary>
    Unauthorized,

    /// <summary>The API denied access (status 403). The usual reason is a missing permission.</summary>
    Forbidden,

    /// <summary>The address doesn't exist (status 404).</summary>
    NotFound,

    /// <summary>The API is throttling requests, and the retries are exhausted (status 429).</summary>
    Throttled,

    /// <summary>The API failed, and the retries are exhausted (status 408 and 500 to 599).</summary>
    ServiceUnavailable,

    /// <summary>The API returned a status that it does not document.</summary>
    UnexpectedStatus,

    /// <summary>The server redirected the request. Redirects are never followed.</summary>
    UnexpectedRedirect,

    /// <summary>The response is not JSON, or not of the documented structure.</summary>
    InvalidResponse,

    /// <summary>The response is larger than 32 MB.</summary>
    ResponseTooLarge,

    /// <summary>The link to a page is not a valid address, or leads to another server.</summary>
    InvalidNextLink,

    /// <summary>The next links form a loop.</summary>
    RepeatedNextLink,

    /// <summary>100 consecutive pages were empty, and the last one links to another.</summary>
    NoProgress,

    /// <summary>The read can't be resumed: the error is of another command, or a parameter contradicts the link.</summary>
    InvalidResumeFrom,

    /// <summary>The host name could not be resolved.</summary>
    NameResolutionFailed,

    /// <summary>The TLS handshake failed: the certificate, the host name or the protocol version was not accepted.</summary>
    TlsFailed,

    /// <summary>The connection could not be established, was interrupted, or delivered data that can't be decompressed.</summary>
    ConnectionFailed,

    /// <summary>The response was not complete within the time limit.</summary>
    RequestTimedOut,

    /// <summary>The identity service does not accept the client ID, the client secret or the certificate.</summary>
    InvalidClient,

    /// <summary>The identity service does not grant the scope to the client.</summary>
    InvalidScope,

    /// <summary>The identity service does not allow the client credentials grant for the client.</summary>
    UnauthorizedClient,

    /// <summary>The identity service rejected the token request.</summary>
    TokenRequestFailed,

    /// <summary>The identity service failed, and the retries are exhausted (status 408, 429 and 500 to 599).</summary>
    IdentityServiceFailed,

    /// <summary>The response of the identity service is not a valid OAuth 2.0 or OpenID Connect response.</summary>
    InvalidIdentityResponse,

    /// <summary>OpenID Connect discovery failed.</summary>
    DiscoveryFailed,

    /// <summary>The issuer does not match the authority.</summary>
    IssuerMismatch,

    /// <summary>An unexpected exception occurred. It is the inner exception.</summary>
    Unexpected,
}
