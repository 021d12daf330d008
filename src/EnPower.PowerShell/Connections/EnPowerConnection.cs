namespace EnPower;

/// <summary>
/// A connection to EnPower: which API, as which application. Can be used by many threads and runspaces at once, which then
/// share one token. Holds a secret, and shows none.
/// </summary>
public sealed class EnPowerConnection
{
    private readonly EnPowerClient _client;
    private volatile bool _isClosed;

    internal EnPowerConnection(EnPowerClient client, Region? region)
    {
        _client = client;
        Region = region;
    }

    /// <summary>Gets the client ID of the app registration in AvePoint Online Services.</summary>
    public string ClientId => _client.ClientId;

    /// <summary>Gets how the application proves who it is.</summary>
    public AuthenticationType AuthenticationType => _client.AuthenticationType;

    /// <summary>Gets the region; <see langword="null"/> where the endpoint is none of a documented region.</summary>
    public Region? Region { get; }

    /// <summary>Gets the base address of the API.</summary>
    public Uri Endpoint => _client.Endpoint;

    /// <summary>Gets the base address of the identity service.</summary>
    public Uri Authority => _client.Authority;

    /// <summary>Gets the scopes that tokens are asked for.</summary>
    public IReadOnlyList<string> Scopes => _client.Scopes;

    /// <summary>Gets when the present token runs out. It is renewed ahead of that time.</summary>
    public DateTimeOffset? TokenExpiresOn => _client.TokenExpiresOn;

    /// <summary>Gets whether the connection can be used, or was closed by Disconnect-EnPower.</summary>
    public EnPowerConnectionState State => _isClosed ? EnPowerConnectionState.Closed : EnPowerConnectionState.Open;

    /// <summary>Gets the client that does the work. Whatever it does is cancelled when the connection is closed.</summary>
    internal EnPowerClient Client => _client;

    /// <summary>Returns client ID and endpoint.</summary>
    public override string ToString() => $"{ClientId} at {Endpoint}";

    internal void Close()
    {
        _isClosed = true;
        _client.Dispose();
    }

    internal EnPowerException Closed() =>
        new(EnPowerErrorId.ConnectionClosed, $"The connection of {this} was closed. Run Connect-EnPower to make a new one.");
}
