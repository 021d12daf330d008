namespace EnPower.Pipeline;

/// <summary>What PowerShell is told of an error: the one table of categories and of what to do.</summary>
internal static class ErrorRecords
{
    public static ErrorRecord Create(EnPowerException exception, object? target)
    {
        (ErrorCategory category, string action) = Describe(exception.ErrorId);
        return new ErrorRecord(exception, exception.ErrorId.ToString(), category, target)
        {
            ErrorDetails = new ErrorDetails(exception.Message) { RecommendedAction = action },
        };
    }

    internal static (ErrorCategory Category, string RecommendedAction) Describe(EnPowerErrorId errorId) => errorId switch
    {
        EnPowerErrorId.NotConnected => (
            ErrorCategory.ConnectionError,
            "A parallel block or a thread job has none of its own: pass one on by -Connection $using:connection."),
        EnPowerErrorId.ConnectionClosed => (
            ErrorCategory.ConnectionError,
            "Get-EnPowerConnection -All shows the connections that are open, and Select-EnPowerConnection makes one of them the default."),
        EnPowerErrorId.CredentialMissing => (
            ErrorCategory.InvalidArgument,
            "Give -ClientId and -ClientSecret, such as from a vault or by Read-Host -AsSecureString, or another credential: "
            + "Get-Help about_EnPower_Authentication lists them."),
        EnPowerErrorId.InvalidEndpoint => (
            ErrorCategory.InvalidArgument,
            "Give -Region, or the API's base address by -Endpoint, such as https://graph-us.avepointonlineservices.com."),
        EnPowerErrorId.InvalidAuthority => (
            ErrorCategory.InvalidArgument,
            "Give the identity service's base address by -Authority, such as https://identity.avepointonlineservices.com."),
        EnPowerErrorId.SkipCertificateCheckNotAllowed => (
            ErrorCategory.InvalidArgument,
            "Leave out -SkipCertificateCheck, and have the certificate's issuer trusted by this machine."),
        EnPowerErrorId.InvalidClientSecret => (
            ErrorCategory.InvalidArgument,
            "Give the client secret as it was shown when it was made in AvePoint Online Services."),
        EnPowerErrorId.InvalidAccessToken => (
            ErrorCategory.InvalidArgument,
            "Give the token alone: without \"Bearer\", blanks or line ends."),
        EnPowerErrorId.InvalidThumbprint => (
            ErrorCategory.InvalidArgument,
            "Give the thumbprint as Get-ChildItem Cert:\\CurrentUser\\My shows it."),
        EnPowerErrorId.CertificateNotFound => (
            ErrorCategory.ObjectNotFound,
            "Check the thumbprint, and which user this runs as. Where there is no certificate store, give a file by -CertificatePath."),
        EnPowerErrorId.CertificateAmbiguous => (
            ErrorCategory.InvalidArgument,
            "Remove the one that isn't meant, or give the right one by -Certificate."),
        EnPowerErrorId.CertificateFileNotFound => (
            ErrorCategory.ObjectNotFound,
            "Check -CertificatePath. A path that isn't full starts at the current location."),
        EnPowerErrorId.InvalidCertificateFile => (
            ErrorCategory.InvalidData,
            "Give a PFX file, or a PEM file with certificate and private key, that this user may read. "
            + "A key in an older encryption is converted by: openssl pkcs8 -topk8"),
        EnPowerErrorId.PemNotSupported => (
            ErrorCategory.NotImplemented,
            "Use PowerShell 7, or a PFX file."),
        EnPowerErrorId.CertificatePasswordIncorrect => (
            ErrorCategory.AuthenticationError,
            "Give the file's password by -CertificatePassword."),
        EnPowerErrorId.CertificateWithoutPrivateKey => (
            ErrorCategory.InvalidArgument,
            "Give a certificate with its private key, such as a PFX file. A .cer or .crt file has the public part only."),
        EnPowerErrorId.CertificateKeyNotUsable => (
            ErrorCategory.PermissionDenied,
            "Check that the user this runs as may use the private key, and that its smart card or key store is there."),
        EnPowerErrorId.CertificateKeyNotSupported => (
            ErrorCategory.InvalidArgument,
            "Use an RSA certificate of 2048 bits or more, and upload it to the app registration in AvePoint Online Services."),
        EnPowerErrorId.CertificateExpired => (
            ErrorCategory.InvalidArgument,
            "Make a new certificate, and upload it to the app registration in AvePoint Online Services."),
        EnPowerErrorId.CertificateNotYetValid => (
            ErrorCategory.InvalidArgument,
            "Check this machine's clock, or wait until the certificate is valid."),
        EnPowerErrorId.EnvironmentVariableMissing => (
            ErrorCategory.InvalidArgument,
            "Set the environment variables that are named, or give the values by parameters."),
        EnPowerErrorId.EnvironmentVariableInvalid => (
            ErrorCategory.InvalidArgument,
            "Set the environment variable that is named to a value it can have."),
        EnPowerErrorId.AccessTokenExpired => (
            ErrorCategory.AuthenticationError,
            "Get a new token, and give it to Connect-EnPower -AccessToken. A secret or certificate lets EnPower renew tokens itself."),
        EnPowerErrorId.AccessTokenRefused => (
            ErrorCategory.AuthenticationError,
            "Check that the token comes from the identity service of this region, and give a new one to Connect-EnPower -AccessToken."),
        EnPowerErrorId.ConnectionFromAnotherProcess => (
            ErrorCategory.InvalidArgument,
            "Start-ThreadJob and ForEach-Object -Parallel stay in one process: to them, pass a connection on by -Connection $using:connection."),
        EnPowerErrorId.InvalidProxy => (
            ErrorCategory.InvalidArgument,
            "Give the proxy's address by -Proxy, and either -ProxyCredential or -ProxyUseDefaultCredentials."),
        EnPowerErrorId.ProxyAuthenticationRequired => (
            ErrorCategory.AuthenticationError,
            "Give the proxy by -Proxy, with -ProxyCredential or -ProxyUseDefaultCredentials."),
        EnPowerErrorId.InvalidPath => (
            ErrorCategory.InvalidArgument,
            "Give -Path as docs/endpoints.md has it, such as /smp/powerplatform/environments; Tab completes it."),
        EnPowerErrorId.InvalidIdentifier => (
            ErrorCategory.InvalidArgument,
            "Give the identifier as the property of the object has it, or pipe the object itself."),
        EnPowerErrorId.InvalidTimeRange => (
            ErrorCategory.InvalidArgument,
            "Give -FromDate a time that is before -ToDate."),
        EnPowerErrorId.InvalidQuery => (
            ErrorCategory.InvalidArgument,
            "Give -Query a value for each name, such as @{ top = 1000; tenant = 'contoso.onmicrosoft.com' }."),
        EnPowerErrorId.OutFileFailed => (
            ErrorCategory.WriteError,
            "Give a file in a folder that exists and that you may write to."),
        EnPowerErrorId.NoSnapshot => (
            ErrorCategory.ObjectNotFound,
            "Check the path. One that isn't full starts at the current location."),
        EnPowerErrorId.InvalidSnapshot => (
            ErrorCategory.InvalidData,
            "Take another snapshot of the same resource. Nothing of this file can be relied on."),
        EnPowerErrorId.SnapshotVersionNotSupported => (
            ErrorCategory.NotImplemented,
            "Update the module: Update-Module EnPower."),
        EnPowerErrorId.NotOfOneResource => (
            ErrorCategory.InvalidArgument,
            "Pipe the objects of one command such as Get-EnPowerMailbox, whole: without Select-Object -Property or Format-Table before."),
        EnPowerErrorId.SnapshotsNotComparable => (
            ErrorCategory.InvalidOperation,
            "Compare snapshots that were taken by the same command. -Force compares what both cover."),
        EnPowerErrorId.UnknownProperty => (
            ErrorCategory.InvalidArgument,
            "Give -Property and -ExcludeProperty names as Get-Member shows them; wildcards are permitted."),
        EnPowerErrorId.NoMailbox => (
            ErrorCategory.InvalidArgument,
            "Pipe mailboxes as Get-EnPowerMailbox writes them, or as Import-Clixml brings them back: whole, without Select-Object -Property before."),
        EnPowerErrorId.MailboxNotFound => (
            ErrorCategory.ObjectNotFound,
            "Check the spelling, or give a pattern such as zoe*. A tenant is given by -Tenant. New mailboxes come with EnPower's next scan."),
        EnPowerErrorId.BadRequest => (
            ErrorCategory.InvalidArgument,
            "Check the values of the command's parameters."),
        EnPowerErrorId.Unauthorized => (
            ErrorCategory.AuthenticationError,
            "Check that -Region (or -Endpoint and -Authority) is where the application is registered, and run Connect-EnPower."),
        EnPowerErrorId.Forbidden => (
            ErrorCategory.PermissionDenied,
            "Where the message gives no other reason: in AvePoint Online Services, under App registrations, give the application the "
            + "permission enpower.data.read.all."),
        EnPowerErrorId.NotFound => (
            ErrorCategory.ObjectNotFound,
            "Check the path, if you gave one, and -Region or -Endpoint: not every data centre has every service."),
        EnPowerErrorId.Throttled => (
            ErrorCategory.LimitsExceeded,
            "Wait some minutes, and read less at once. Connect-EnPower -RetryTimeoutSec says how long retries may go on."),
        EnPowerErrorId.ServiceUnavailable => (
            ErrorCategory.ResourceUnavailable,
            "Try again later. If it goes on, ask AvePoint's support and give the request ID."),
        EnPowerErrorId.UnexpectedStatus => (
            ErrorCategory.InvalidResult,
            "Check -Region or -Endpoint. If it is right, ask AvePoint's support and give the request ID."),
        EnPowerErrorId.UnexpectedRedirect => (
            ErrorCategory.InvalidResult,
            "Check -Region or -Endpoint: it has to be the address of the API itself."),
        EnPowerErrorId.InvalidResponse => (
            ErrorCategory.InvalidData,
            "Check that -Endpoint is the API and no proxy's page answers in its place. Otherwise report the answer to EnPower."),
        EnPowerErrorId.ResponseTooLarge => (
            ErrorCategory.LimitsExceeded,
            "Ask for smaller pages by -Top."),
        EnPowerErrorId.InvalidNextLink => (
            ErrorCategory.SecurityError,
            "The token is sent to the endpoint of the connection only. Check -Endpoint and -ResumeFrom, or report the link to EnPower."),
        EnPowerErrorId.RepeatedNextLink => (
            ErrorCategory.InvalidResult,
            "The API's pages go in a ring. Try another page size by -Top, and report it to AvePoint's support."),
        EnPowerErrorId.NoProgress => (
            ErrorCategory.InvalidResult,
            "Report it to AvePoint's support, and give the request ID."),
        EnPowerErrorId.InvalidResumeFrom => (
            ErrorCategory.InvalidArgument,
            "Give -ResumeFrom an error of the same command, or its ResumeLink, and no parameter beside it but -First, -Skip and -Connection."),
        EnPowerErrorId.NameResolutionFailed => (
            ErrorCategory.ConnectionError,
            "Check -Region or -Endpoint and -Authority, and the name resolution of this machine."),
        EnPowerErrorId.TlsFailed => (
            ErrorCategory.SecurityError,
            "Check the address, this machine's clock and its trusted issuers, and whether a proxy breaks up TLS. TLS 1.2 is needed."),
        EnPowerErrorId.ConnectionFailed => (
            ErrorCategory.ConnectionError,
            "Check the network, the proxy and the firewall between this machine and the host that is named."),
        EnPowerErrorId.RequestTimedOut => (
            ErrorCategory.OperationTimeout,
            "Ask for smaller pages by -Top."),
        EnPowerErrorId.InvalidClient => (
            ErrorCategory.AuthenticationError,
            "Check client ID and secret or certificate against the app registration in AvePoint Online Services, when they end, and -Region."),
        EnPowerErrorId.InvalidScope => (
            ErrorCategory.PermissionDenied,
            "In AvePoint Online Services, under App registrations, give the application the permission enpower.data.read.all."),
        EnPowerErrorId.UnauthorizedClient => (
            ErrorCategory.AuthenticationError,
            "Check the kind of credential in the app registration in AvePoint Online Services."),
        EnPowerErrorId.TokenRequestFailed => (
            ErrorCategory.AuthenticationError,
            "Check -Region or -Authority, and the app registration in AvePoint Online Services."),
        EnPowerErrorId.IdentityServiceFailed => (
            ErrorCategory.ResourceUnavailable,
            "Try again later. If it goes on, ask AvePoint's support."),
        EnPowerErrorId.InvalidIdentityResponse => (
            ErrorCategory.InvalidData,
            "Check -Region or -Authority, and whether a proxy's page answers in the identity service's place."),
        EnPowerErrorId.DiscoveryFailed => (
            ErrorCategory.ConnectionError,
            "Check -Region or -Authority, and that this machine can reach the address that was asked."),
        EnPowerErrorId.IssuerMismatch => (
            ErrorCategory.SecurityError,
            "Give the identity service by the name it calls itself: -Authority with the issuer that is named, or -Region."),
        EnPowerErrorId.Unexpected => (
            ErrorCategory.InvalidOperation,
            "Report it to EnPower, with what Get-Error shows of it."),
        _ => throw new ArgumentOutOfRangeException(nameof(errorId), errorId, message: null),
    };
}
