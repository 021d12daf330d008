using System.Security;
using EnPower.Authentication;
using EnPower.Connections;
using EnPower.Http;
using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>Connect-EnPower: proves who we are, and makes the connection that other commands use.</summary>
[Cmdlet(VerbsCommunications.Connect, "EnPower")]
[OutputType(typeof(EnPowerConnection))]
public sealed class ConnectEnPowerCommand : EnPowerCommand
{
    /// <summary>Gets or sets the client ID of the app registration in AvePoint Online Services.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string ClientId { get; set; } = null!;

    /// <summary>Gets or sets the client secret of the app registration.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNull]
    public SecureString ClientSecret { get; set; } = null!;

    /// <summary>Gets or sets the code of the region: the data centre of the organisation in AvePoint Online Services.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [ValidateRegion]
    public string? Region { get; set; }

    /// <summary>Gets or sets the base address of the API, in place of the region's.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? Endpoint { get; set; }

    /// <summary>Gets or sets the base address of the identity service, in place of the region's.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? Authority { get; set; }

    /// <summary>Gets or sets whether to take any certificate; for servers on this machine only.</summary>
    [Parameter]
    public SwitchParameter SkipCertificateCheck { get; set; }

    /// <summary>Gets or sets how often a request is sent again that failed for a reason that passes: 0 to 100, 8 without it.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int MaximumRetryCount { get; set; } = RetryOptions.DefaultMaximumRetryCount;

    /// <summary>
    /// Gets or sets for how many seconds, from the first try on, retries of one request may begin: 0 to 86400, 600 without
    /// it. A wait that the server asks for and that would go beyond it is not begun.
    /// </summary>
    [Parameter]
    [ValidateRange(0, 86400)]
    public int RetryTimeoutSec { get; set; } = RetryOptions.DefaultTotalTimeoutSec;

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

    private EnPowerConnection CreateConnection()
    {
        try
        {
            (Uri endpoint, Uri authority, Region? region) = Locate();
            var options = new EnPowerClientOptions(endpoint, authority, new ClientSecretCredential(ClientId, ClientSecret))
            {
                Transport = new TransportOptions { SkipCertificateCheck = SkipCertificateCheck },
                Retry = new RetryOptions
                {
                    MaximumRetryCount = MaximumRetryCount,
                    TotalTimeout = TimeSpan.FromSeconds(RetryTimeoutSec),
                },
            };
            return new EnPowerConnection(new EnPowerClient(options), region);
        }
        catch (EnPowerException exception)
        {
            throw Terminating(exception, target: null);
        }
    }

    private (Uri Endpoint, Uri Authority, Region? Region) Locate()
    {
        Region? region = Region is null ? null : EnPower.Region.Find(Region);
        Uri endpoint = Address.ParseEndpoint(Endpoint ?? region?.Endpoint ?? throw new EnPowerException(
            EnPowerErrorId.InvalidEndpoint,
            "Where to connect to is missing. Give -Region, such as -Region us, or -Endpoint and -Authority."));

        // The region is what the endpoint says, also where the two contradict each other.
        region = EnPower.Region.FindByEndpoint(endpoint);
        Uri authority = Address.ParseAuthority(Authority ?? region?.Authority ?? throw new EnPowerException(
            EnPowerErrorId.InvalidAuthority,
            $"{endpoint} is the endpoint of no known region. Give its identity service by -Authority."));

        if (SkipCertificateCheck && !(endpoint.IsLoopback && authority.IsLoopback))
        {
            throw new EnPowerException(
                EnPowerErrorId.SkipCertificateCheckNotAllowed,
                $"-SkipCertificateCheck is for servers on this machine only, and {(endpoint.IsLoopback ? authority : endpoint).Host} is another.");
        }

        return (endpoint, authority, region);
    }
}
