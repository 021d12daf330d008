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

    /// <summary>No client ID or no client secret was given, and nobody can be asked for it.</summary>
    CredentialMissing,

    /// <summary>The client secret that was given is empty.</summary>
    InvalidClientSecret,

    /// <summary>The access token that was given is empty, or has characters that no token has.</summary>
    InvalidAccessToken,

    /// <summary>A thumbprint was given that is none.</summary>
    InvalidThumbprint,

    /// <summary>No personal certificate store has the certificate.</summary>
    CertificateNotFound,

    /// <summary>A certificate store has more than one certificate of the thumbprint.</summary>
    CertificateAmbiguous,

    /// <summary>The certificate file isn't there.</summary>
    CertificateFileNotFound,

    /// <summary>The certificate file can't be read, or is none.</summary>
    InvalidCertificateFile,

    /// <summary>Windows PowerShell reads no PEM files.</summary>
    PemNotSupported,

    /// <summary>The password is missing, or not the one of the certificate file.</summary>
    CertificatePasswordIncorrect,

    /// <summary>The certificate has no private key with it.</summary>
    CertificateWithoutPrivateKey,

    /// <summary>The private key is there, but this user or this machine can't use it.</summary>
    CertificateKeyNotUsable,

    /// <summary>The certificate's key is not RSA, or shorter than 2048 bits.</summary>
    CertificateKeyNotSupported,

    /// <summary>The certificate has run out.</summary>
    CertificateExpired,

    /// <summary>The certificate is valid in future only.</summary>
    CertificateNotYetValid,

    /// <summary>An environment variable that is needed is not set.</summary>
    EnvironmentVariableMissing,

    /// <summary>An environment variable has a value that can't be used.</summary>
    EnvironmentVariableInvalid,

    /// <summary>The access token that was given has run out.</summary>
    AccessTokenExpired,

    /// <summary>The API refused the access token that was given (status 401).</summary>
    AccessTokenRefused,

    /// <summary>A copy of a connection that came from another process.</summary>
    ConnectionFromAnotherProcess,

    /// <summary>The parameters for the proxy contradict each other, or its address can't be used.</summary>
    InvalidProxy,

    /// <summary>The proxy wants to know who we are, and doesn't know whom it was told (status 407).</summary>
    ProxyAuthenticationRequired,

    /// <summary>A path that is none of the API, or that the access token may not be sent to.</summary>
    InvalidPath,

    /// <summary>A text that can't be the identifier of an object, or that would lead to another path.</summary>
    InvalidIdentifier,

    /// <summary>A time to read that ends before it begins.</summary>
    InvalidTimeRange,

    /// <summary>A query parameter without a name or value, or one that was given twice.</summary>
    InvalidQuery,

    /// <summary>A file that can't be written to.</summary>
    OutFileFailed,

    /// <summary>There is no snapshot at the path.</summary>
    NoSnapshot,

    /// <summary>A file that is no snapshot, or one that was cut or damaged.</summary>
    InvalidSnapshot,

    /// <summary>A snapshot that a later version of EnPower wrote.</summary>
    SnapshotVersionNotSupported,

    /// <summary>Objects that a snapshot can't hold: none of EnPower, or of several resources.</summary>
    NotOfOneResource,

    /// <summary>Snapshots of which a comparison would mislead: incomplete, or of different resources or scopes.</summary>
    SnapshotsNotComparable,

    /// <summary>No property of the resource has the name that was given.</summary>
    UnknownProperty,

    /// <summary>An object that is no mailbox, where mailboxes are wanted.</summary>
    NoMailbox,

    /// <summary>No mailbox has the identity that was given.</summary>
    MailboxNotFound,

    /// <summary>The API refused a parameter (status 400).</summary>
    BadRequest,

    /// <summary>The API refused the access token, and a new one as well (status 401).</summary>
    Unauthorized,

    /// <summary>The API refused access, for lack of a permission unless it says otherwise (status 403).</summary>
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

    /// <summary>The connection could not be made, or broke, or what it brought can't be unpacked.</summary>
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

    /// <summary>The identity service failed, for longer than retries went on (status 408, 429 and 500 to 599).</summary>
    IdentityServiceFailed,

    /// <summary>An answer that is no OAuth 2.0 response, such as a web page.</summary>
    InvalidIdentityResponse,

    /// <summary>The identity service could not be asked for its addresses (OpenID Connect Discovery).</summary>
    DiscoveryFailed,

    /// <summary>The identity service calls itself by another name than the address it was asked at.</summary>
    IssuerMismatch,

    /// <summary>What EnPower didn't foresee. The exception that came up is inside.</summary>
    Unexpected,
}
