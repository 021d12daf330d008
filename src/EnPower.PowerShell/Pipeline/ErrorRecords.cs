namespace EnPower.Pipeline;

/// <summary>The category and the recommended action of each error.</summary>
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
            "A parallel block or a thread job has no connection of its own. Pass one by -Connection $using:connection."),
        EnPowerErrorId.ConnectionClosed => (
            ErrorCategory.ConnectionError,
            "Get-EnPowerConnection -All shows the open connections. Select-EnPowerConnection makes one of them the default."),
        EnPowerErrorId.CredentialMissing => (
            ErrorCategory.InvalidArgument,
            "Pass -ClientId and -ClientSecret, for example from a vault or by Read-Host -AsSecureString, or another "
            + "credential: Get-Help about_EnPower_Authentication lists them."),
        EnPowerErrorId.InvalidEndpoint => (
            ErrorCategory.InvalidArgument,
            "Pass -Region, or the base address of the API by -Endpoint, such as https://graph-us.avepointonlineservices.com."),
        EnPowerErrorId.InvalidAuthority => (
            ErrorCategory.InvalidArgument,
            "Pass the base address of the identity service by -Authority, such as https://identity.avepointonlineservices.com."),
        EnPowerErrorId.SkipCertificateCheckNotAllowed => (
            ErrorCategory.InvalidArgument,
            "Omit -SkipCertificateCheck, and add the issuer of the certificate to the trusted roots of this machine."),
        EnPowerErrorId.InvalidClientSecret => (
            ErrorCategory.InvalidArgument,
            "Pass the client secret that AvePoint Online Services showed when it was created."),
        EnPowerErrorId.InvalidAccessToken => (
            ErrorCategory.InvalidArgument,
            "Pass the token alone, without \"Bearer\", spaces or line breaks."),
        EnPowerErrorId.InvalidThumbprint => (
            ErrorCategory.InvalidArgument,
            "Pass the thumbprint that Get-ChildItem Cert:\\CurrentUser\\My shows."),
        EnPowerErrorId.CertificateNotFound => (
            ErrorCategory.ObjectNotFound,
            "Check the thumbprint and the user that runs the script. On a system without a certificate store, pass a file by "
            + "-CertificatePath."),
        EnPowerErrorId.CertificateAmbiguous => (
            ErrorCategory.InvalidArgument,
            "Remove the duplicate, or pass a certificate by -Certificate."),
        EnPowerErrorId.CertificateFileNotFound => (
            ErrorCategory.ObjectNotFound,
            "Check -CertificatePath. A relative path starts at the current location."),
        EnPowerErrorId.InvalidCertificateFile => (
            ErrorCategory.InvalidData,
            "Pass a readable PFX file, or a PEM file with certificate and private key. To convert a key with an older "
            + "encryption: openssl pkcs8 -topk8"),
        EnPowerErrorId.PemNotSupported => (
            ErrorCategory.NotImplemented,
            "Use PowerShell 7, or convert the file to PFX: openssl pkcs12 -export -in certificate.pem -out certificate.pfx"),
        EnPowerErrorId.CertificatePasswordIncorrect => (
            ErrorCategory.AuthenticationError,
            "Pass the password of the file by -CertificatePassword."),
        EnPowerErrorId.CertificateWithoutPrivateKey => (
            ErrorCategory.InvalidArgument,
            "Pass a certificate with its private key, such as a PFX file. A .cer or .crt file contains the public part only."),
        EnPowerErrorId.CertificateKeyNotUsable => (
            ErrorCategory.PermissionDenied,
            "Check that this user has access to the private key, and that its smart card or key store is available."),
        EnPowerErrorId.CertificateKeyNotSupported => (
            ErrorCategory.InvalidArgument,
            "Create an RSA certificate of at least 2048 bits, and upload it to the app registration in "
            + "AvePoint Online Services."),
        EnPowerErrorId.CertificateExpired => (
            ErrorCategory.InvalidArgument,
            "Create a new certificate, and upload it to the app registration in AvePoint Online Services."),
        EnPowerErrorId.CertificateNotYetValid => (
            ErrorCategory.InvalidArgument,
            "Check the clock of this machine, or wait until the certificate is valid."),
        EnPowerErrorId.EnvironmentVariableMissing => (
            ErrorCategory.InvalidArgument,
            "Set the environment variables, or pass the values by parameters."),
        EnPowerErrorId.EnvironmentVariableInvalid => (
            ErrorCategory.InvalidArgument,
            "Set the environment variable to a valid value."),
        EnPowerErrorId.AccessTokenExpired => (
            ErrorCategory.AuthenticationError,
            "Get a new token, and pass it to Connect-EnPower -AccessToken. With a client secret or a certificate, tokens are "
            + "renewed automatically."),
        EnPowerErrorId.AccessTokenRefused => (
            ErrorCategory.AuthenticationError,
            "Check that the identity service of this region issued the token, "
            + "and pass a new one to Connect-EnPower -AccessToken."),
        EnPowerErrorId.ConnectionFromAnotherProcess => (
            ErrorCategory.InvalidArgument,
            "Start-ThreadJob and ForEach-Object -Parallel run in the same process. Pass them a connection by -Connection "
            + "$using:connection."),
        EnPowerErrorId.InvalidProxy => (
            ErrorCategory.InvalidArgument,
            "Pass the address of the proxy by -Proxy, and either -ProxyCredential or -ProxyUseDefaultCredentials."),
        EnPowerErrorId.ProxyAuthenticationRequired => (
            ErrorCategory.AuthenticationError,
            "Pass the proxy by -Proxy, with -ProxyCredential or -ProxyUseDefaultCredentials."),
        EnPowerErrorId.InvalidPath => (
            ErrorCategory.InvalidArgument,
            "Pass a path from docs/endpoints.md by -Path, such as /smp/powerplatform/environments. Tab completes it."),
        EnPowerErrorId.InvalidIdentifier => (
            ErrorCategory.InvalidArgument,
            "Pass the identifier as the property of the object contains it, or pipe the object."),
        EnPowerErrorId.InvalidTimeRange => (
            ErrorCategory.InvalidArgument,
            "Pass a -FromDate before -ToDate."),
        EnPowerErrorId.InvalidQuery => (
            ErrorCategory.InvalidArgument,
            "Pass a value for each name to -Query, such as @{ top = 1000; tenant = 'contoso.onmicrosoft.com' }."),
        EnPowerErrorId.OutFileFailed => (
            ErrorCategory.WriteError,
            "Choose a file in an existing folder with write access."),
        EnPowerErrorId.NoSnapshot => (
            ErrorCategory.ObjectNotFound,
            "Check the path. A relative path starts at the current location."),
        EnPowerErrorId.InvalidSnapshot => (
            ErrorCategory.InvalidData,
            "Create a new snapshot of the same resource. The contents of this file are not reliable."),
        EnPowerErrorId.SnapshotVersionNotSupported => (
            ErrorCategory.NotImplemented,
            "Update the module: Update-Module EnPower."),
        EnPowerErrorId.NotOfOneResource => (
            ErrorCategory.InvalidArgument,
            "Pipe the unmodified objects of one command such as Get-EnPowerMailbox, without Select-Object -Property or "
            + "Format-Table."),
        EnPowerErrorId.SnapshotsNotComparable => (
            ErrorCategory.InvalidOperation,
            "Compare snapshots that the same command created. -Force compares the objects that both cover."),
        EnPowerErrorId.UnknownProperty => (
            ErrorCategory.InvalidArgument,
            "Pass property names that Get-Member shows to -Property and -ExcludeProperty. Wildcards are permitted."),
        EnPowerErrorId.NoMailbox => (
            ErrorCategory.InvalidArgument,
            "Pipe the unmodified mailboxes of Get-EnPowerMailbox or Import-Clixml, without Select-Object -Property."),
        EnPowerErrorId.MailboxNotFound => (
            ErrorCategory.ObjectNotFound,
            "Check the spelling, or pass a pattern such as zoe*. For a tenant, use -Tenant. "
            + "New mailboxes appear after the next EnPower scan."),
        EnPowerErrorId.BadRequest => (
            ErrorCategory.InvalidArgument,
            "Check the values of the parameters."),
        EnPowerErrorId.Unauthorized => (
            ErrorCategory.AuthenticationError,
            "Check that the application is registered in this -Region (or -Endpoint and -Authority), and run Connect-EnPower."),
        EnPowerErrorId.Forbidden => (
            ErrorCategory.PermissionDenied,
            "If the message states no other reason, add the permission enpower.data.read.all to the application in AvePoint "
            + "Online Services, under App registrations."),
        EnPowerErrorId.NotFound => (
            ErrorCategory.ObjectNotFound,
            "Check the path, and -Region or -Endpoint. Not every data centre offers every service."),
        EnPowerErrorId.Throttled => (
            ErrorCategory.LimitsExceeded,
            "Wait some minutes, and read less at a time. Connect-EnPower -RetryTimeoutSec sets the time limit of retries."),
        EnPowerErrorId.ServiceUnavailable => (
            ErrorCategory.ResourceUnavailable,
            "Try again later. If the error persists, contact the support of AvePoint with the request ID."),
        EnPowerErrorId.UnexpectedStatus => (
            ErrorCategory.InvalidResult,
            "Check -Region or -Endpoint. If they are correct, contact the support of AvePoint with the request ID."),
        EnPowerErrorId.UnexpectedRedirect => (
            ErrorCategory.InvalidResult,
            "Check -Region or -Endpoint. They must be the address of the API itself."),
        EnPowerErrorId.InvalidResponse => (
            ErrorCategory.InvalidData,
            "Check that -Endpoint is the API, and that no proxy responds in its place. Otherwise report the response to the "
            + "EnPower project."),
        EnPowerErrorId.ResponseTooLarge => (
            ErrorCategory.LimitsExceeded,
            "Reduce the page size by -Top."),
        EnPowerErrorId.InvalidNextLink => (
            ErrorCategory.SecurityError,
            "Check -Endpoint and -ResumeFrom, or report the link to the EnPower project."),
        EnPowerErrorId.RepeatedNextLink => (
            ErrorCategory.InvalidResult,
            "Try another page size by -Top, and report the loop to the support of AvePoint."),
        EnPowerErrorId.NoProgress => (
            ErrorCategory.InvalidResult,
            "Report the empty pages to the support of AvePoint, with the link."),
        EnPowerErrorId.InvalidResumeFrom => (
            ErrorCategory.InvalidArgument,
            "Pass an error of the same command or its ResumeLink to -ResumeFrom, and no other parameter except -First, -Skip "
            + "and -Connection."),
        EnPowerErrorId.NameResolutionFailed => (
            ErrorCategory.ConnectionError,
            "Check -Region or -Endpoint and -Authority, and the DNS settings of this machine."),
        EnPowerErrorId.TlsFailed => (
            ErrorCategory.SecurityError,
            "Check the address, the clock and the trusted roots of this machine, and whether a proxy inspects TLS. TLS 1.2 "
            + "or later is required."),
        EnPowerErrorId.ConnectionFailed => (
            ErrorCategory.ConnectionError,
            "Check the network, the proxy and the firewall between this machine and the host."),
        EnPowerErrorId.RequestTimedOut => (
            ErrorCategory.OperationTimeout,
            "Reduce the page size by -Top, or raise Connect-EnPower -TimeoutSec."),
        EnPowerErrorId.InvalidClient => (
            ErrorCategory.AuthenticationError,
            "Check the client ID, and the secret or certificate and its expiry date, in the app registration in AvePoint "
            + "Online Services. Check -Region."),
        EnPowerErrorId.InvalidScope => (
            ErrorCategory.PermissionDenied,
            "Add the permission enpower.data.read.all to the application in AvePoint Online Services, under App registrations."),
        EnPowerErrorId.UnauthorizedClient => (
            ErrorCategory.AuthenticationError,
            "Check the credential type of the app registration in AvePoint Online Services."),
        EnPowerErrorId.TokenRequestFailed => (
            ErrorCategory.AuthenticationError,
            "Check -Region or -Authority, and the app registration in AvePoint Online Services."),
        EnPowerErrorId.IdentityServiceFailed => (
            ErrorCategory.ResourceUnavailable,
            "Try again later. If the error persists, contact the support of AvePoint."),
        EnPowerErrorId.InvalidIdentityResponse => (
            ErrorCategory.InvalidData,
            "Check -Region or -Authority, and whether a proxy responds in place of the identity service."),
        EnPowerErrorId.DiscoveryFailed => (
            ErrorCategory.ConnectionError,
            "Check -Region or -Authority, and the network between this machine and the identity service."),
        EnPowerErrorId.IssuerMismatch => (
            ErrorCategory.SecurityError,
            "Pass -Region, or pass the issuer by -Authority if you trust it."),
        EnPowerErrorId.Unexpected => (
            ErrorCategory.InvalidOperation,
            "Report the error to the EnPower project, with the output of Get-Error."),
        _ => throw new ArgumentOutOfRangeException(nameof(errorId), errorId, message: null),
    };
}
