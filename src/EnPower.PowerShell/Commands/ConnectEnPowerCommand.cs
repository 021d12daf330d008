using System.Collections;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using EnPower.Authentication;
using EnPower.Connections;
using EnPower.Http;
using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>Connect-EnPower: authenticates the app, and creates the connection that other commands use.</summary>
[Cmdlet(
    VerbsCommunications.Connect, "EnPower", DefaultParameterSetName = ClientSecretSet,
    HelpUri = HelpPages.Address + "Connect-EnPower.md")]
[OutputType(typeof(EnPowerConnection))]
public sealed class ConnectEnPowerCommand : EnPowerCommand
{
    private const string ClientSecretSet = "ClientSecret";
    private const string CredentialSet = "Credential";
    private const string CertificateSet = "Certificate";
    private const string CertificateThumbprintSet = "CertificateThumbprint";
    private const string CertificatePathSet = "CertificatePath";
    private const string AccessTokenSet = "AccessToken";
    private const string EnvironmentVariableSet = "EnvironmentVariable";

    /// <summary>Gets or sets the client ID of the app registration in AvePoint Online Services.</summary>
    [Parameter(Position = 0, ParameterSetName = ClientSecretSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = CertificateSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = CertificateThumbprintSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = CertificatePathSet)]
    [Alias("AppId", "ApplicationId")]
    [ValidateNotNullOrEmpty]
    public string? ClientId { get; set; }

    /// <summary>Gets or sets the client secret of the app registration. The console prompts for it if it is omitted.</summary>
    [Parameter(Position = 1, ParameterSetName = ClientSecretSet)]
    [ValidateNotNull]
    [Secret]
    public SecureString? ClientSecret { get; set; }

    /// <summary>Gets or sets the client ID, as user name, and the client secret, as password.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CredentialSet)]
    [ValidateNotNull]
    [ClientCredential]
    public PSCredential Credential { get; set; } = null!;

    /// <summary>Gets or sets the RSA certificate of the app registration, with its private key. The caller disposes it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CertificateSet)]
    [ValidateNotNull]
    public X509Certificate2 Certificate { get; set; } = null!;

    /// <summary>
    /// Gets or sets the thumbprint of the certificate. The personal store of the user (CurrentUser\My) is searched first, then
    /// that of the machine (LocalMachine\My).
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = CertificateThumbprintSet)]
    [Alias("Thumbprint")]
    [ValidateNotNullOrEmpty]
    public string CertificateThumbprint { get; set; } = null!;

    /// <summary>Gets or sets the file with certificate and private key: PFX or, in PowerShell 7, PEM.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CertificatePathSet)]
    [Alias("CertificateFilePath")]
    [ValidateNotNullOrEmpty]
    public string CertificatePath { get; set; } = null!;

    /// <summary>Gets or sets the password of the certificate file.</summary>
    [Parameter(ParameterSetName = CertificatePathSet)]
    [ValidateNotNull]
    [Secret]
    public SecureString? CertificatePassword { get; set; }

    /// <summary>Gets or sets an access token from elsewhere. It is used until it expires, and never renewed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AccessTokenSet)]
    [ValidateNotNull]
    [Secret]
    public SecureString AccessToken { get; set; } = null!;

    /// <summary>
    /// Gets or sets whether to use the credential in ENPOWER_CLIENT_ID and ENPOWER_CLIENT_SECRET, or instead of the secret in
    /// ENPOWER_CLIENT_CERTIFICATE_PATH and ENPOWER_CLIENT_CERTIFICATE_PASSWORD. ENPOWER_REGION, ENPOWER_ENDPOINT and
    /// ENPOWER_AUTHORITY are the defaults of the parameters of these names.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = EnvironmentVariableSet)]
    public SwitchParameter EnvironmentVariable { get; set; }

    /// <summary>Gets or sets the code of the region: the data centre of the organisation in AvePoint Online Services.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [ValidateRegion]
    public string? Region { get; set; }

    /// <summary>Gets or sets the base address of the API. Default: the one of the region.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? Endpoint { get; set; }

    /// <summary>Gets or sets the base address of the identity service. Default: the one of the region.</summary>
    [Parameter(ParameterSetName = ClientSecretSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = CertificateSet)]
    [Parameter(ParameterSetName = CertificateThumbprintSet)]
    [Parameter(ParameterSetName = CertificatePathSet)]
    [Parameter(ParameterSetName = EnvironmentVariableSet)]
    [ValidateNotNull]
    public Uri? Authority { get; set; }

    /// <summary>Gets or sets the address of the proxy. Default: the system proxy.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? Proxy { get; set; }

    /// <summary>Gets or sets the credential for the proxy.</summary>
    [Parameter]
    [ValidateNotNull]
    [Credential]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Gets or sets whether to authenticate to the proxy as the current user.</summary>
    [Parameter]
    public SwitchParameter ProxyUseDefaultCredentials { get; set; }

    /// <summary>Gets or sets the time limit in seconds of one attempt, up to the end of the response. 0: no limit.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue / 1000)]
    public int TimeoutSec { get; set; } = 100;

    /// <summary>Gets or sets whether to accept any TLS certificate. For servers on this machine only.</summary>
    [Parameter]
    public SwitchParameter SkipCertificateCheck { get; set; }

    /// <summary>Gets or sets the maximum number of retries of a request after transient failures: 0 to 100. Default: 8.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int MaximumRetryCount { get; set; } = RetryOptions.DefaultMaximumRetryCount;

    /// <summary>
    /// Gets or sets the time in seconds after the first failure in which retries of a request can start: 0 to 86400. Default:
    /// 600. If the server requests a longer wait, the request fails at once.
    /// </summary>
    [Parameter]
    [ValidateRange(0, 86400)]
    public int RetryTimeoutSec { get; set; } = RetryOptions.DefaultTotalTimeoutSec;

    /// <summary>Gets or sets a name for the connection. -Connection accepts the name in this runspace.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>Gets or sets whether to write the connection to the output.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        EnPowerConnection connection = CreateConnection();
        try
        {
            Await(connection.Client.AuthenticateAsync(Observer, StopToken), connection);
        }
        catch
        {
            connection.Close();
            throw;
        }

        RunspaceConnections.Current.Add(connection);
        if (PassThru)
        {
            WriteObject(connection);
        }
    }

    /// <summary>Adds to an error which connection remains the default.</summary>
    private protected override ErrorRecord CreateErrorRecord(EnPowerException exception, object? target)
    {
        ErrorRecord record = base.CreateErrorRecord(exception, target);
        if (RunspaceConnections.Current.Default is { State: EnPowerConnectionState.Open } stays)
        {
            record.ErrorDetails = new ErrorDetails($"{exception.Message.ToSentence()} The default connection is still {stays}.")
            {
                RecommendedAction = record.ErrorDetails.RecommendedAction,
            };
        }

        return record;
    }

    private EnPowerConnection CreateConnection()
    {
        try
        {
            EnvironmentSettings? environment = EnvironmentVariable ? EnvironmentSettings.Read() : null;
            ConnectionAddress address = ConnectionAddress.Locate(
                Region ?? environment?.Region,
                Endpoint ?? environment?.Endpoint,
                Authority ?? environment?.Authority,
                needsAuthority: ParameterSetName != AccessTokenSet);
            if (SkipCertificateCheck)
            {
                address.RequireLoopback();
            }

            var transport = new TransportOptions
            {
                SkipCertificateCheck = SkipCertificateCheck,
                Host = SessionState.PSVariable.GetValue("PSVersionTable") is Hashtable table
                    ? $"PowerShell/{table["PSVersion"]}"
                    : null,
                Proxy = ProxySettings.Create(Proxy, ProxyCredential, ProxyUseDefaultCredentials),
            };
            var options = new EnPowerClientOptions(address.Endpoint, address.Authority, CreateCredential(environment))
            {
                Transport = transport,
                Retry = new RetryOptions
                {
                    MaximumRetryCount = MaximumRetryCount,
                    TotalTimeout = TimeSpan.FromSeconds(RetryTimeoutSec),
                    AttemptTimeout = TimeoutSec == 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(TimeoutSec),
                },
            };
            return new EnPowerConnection(new EnPowerClient(options), address.Region, Name);
        }
        catch (EnPowerException exception)
        {
            throw Terminating(exception, target: null);
        }
    }

    private Credential CreateCredential(EnvironmentSettings? environment) => ParameterSetName switch
    {
        CredentialSet => new ClientSecretCredential(Credential.UserName, Credential.Password),
        CertificateSet => CreateCredential(ClientId!, CertificateCredential.Copy(Certificate)),
        CertificateThumbprintSet => CreateCredential(ClientId!, CertificateStore.Find(CertificateThumbprint)),
        CertificatePathSet => CreateCredential(ClientId!, CertificatePath, CertificatePassword),
        AccessTokenSet => new AccessTokenCredential(AccessToken),
        EnvironmentVariableSet => environment!.CertificatePath is { } path
            ? CreateCredential(environment.ClientId, path, environment.CertificatePassword)
            : new ClientSecretCredential(environment.ClientId, environment.ClientSecret!),
        _ => CreateCredential(),
    };

    // Prompted here and not by the engine, so that errors of the other parameters come first.
    private ClientSecretCredential CreateCredential()
    {
        var console = new CredentialPrompt(Host);
        string clientId = ClientId ?? console.AskForClientId();
        return new ClientSecretCredential(clientId, ClientSecret ?? console.AskForClientSecret(clientId));
    }

    private CertificateCredential CreateCredential(string clientId, string path, SecureString? password) =>
        CreateCredential(clientId, CertificateFile.Read(ResolveFile(path), password));

    private static CertificateCredential CreateCredential(string clientId, X509Certificate2 certificate) =>
        new(clientId, certificate, TimeProvider.System);

    private string ResolveFile(string path)
    {
        string file;
        ProviderInfo provider;
        try
        {
            file = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out provider, out _);
        }
        catch (Exception exception) when (exception is SessionStateException or ProviderInvocationException)
        {
            throw new EnPowerException(
                EnPowerErrorId.CertificateFileNotFound, $"There is no certificate file {path}. {exception.Message}", exception);
        }

        return provider.Name == "FileSystem" ? file : throw new EnPowerException(
            EnPowerErrorId.CertificateFileNotFound,
            $"{path} is no file but belongs to the provider {provider.Name}. "
            + "A certificate of a store is given by -CertificateThumbprint.");
    }
}
