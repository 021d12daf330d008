namespace EnPower;

/// <summary>
/// A connection to EnPower: an app at an endpoint. Several threads and runspaces can use it at the same time, and share its
/// token. It contains a secret, and never shows it.
/// </summary>
public sealed class EnPowerConnection
{
    private readonly EnPowerClient _client;
    private readonly List<string> _reading = [];
    private readonly List<UnfinishedRead> _lastReads = [];
    private volatile bool _isClosed;

    internal EnPowerConnection(EnPowerClient client, Region? region, string? name)
    {
        _client = client;
        Region = region;
        Name = name;
    }

    private EnPowerConnection()
    {
        _client = null!;
        _isClosed = true;
    }

    /// <summary>Gets the placeholder for a copy from another process. Commands refuse it.</summary>
    internal static EnPowerConnection FromAnotherProcess { get; } = new();

    /// <summary>Gets the name that -Connection accepts; <see langword="null"/> if it has none.</summary>
    public string? Name { get; }

    /// <summary>
    /// Gets the client ID of the app registration in AvePoint Online Services; <see langword="null"/> if an access token was
    /// given that does not contain it.
    /// </summary>
    public string? ClientId => _client.ClientId;

    /// <summary>Gets how the app authenticates.</summary>
    public AuthenticationType AuthenticationType => _client.AuthenticationType;

    /// <summary>Gets the region; <see langword="null"/> if the endpoint belongs to no documented region.</summary>
    public Region? Region { get; }

    /// <summary>Gets the base address of the API.</summary>
    public Uri Endpoint => _client.Endpoint;

    /// <summary>
    /// Gets the base address of the identity service; <see langword="null"/> if an access token was given, so that none is
    /// requested.
    /// </summary>
    public Uri? Authority => _client.Authority;

    /// <summary>Gets the scopes of token requests.</summary>
    public IReadOnlyList<string> Scopes => _client.Scopes;

    /// <summary>
    /// Gets the expiry of the current token, or <see langword="null"/> if it is unknown. The token is renewed before,
    /// unless it was given by -AccessToken.
    /// </summary>
    public DateTimeOffset? TokenExpiresOn => _client.TokenExpiresOn;

    /// <summary>Gets whether the connection can be used, or was closed by Disconnect-EnPower.</summary>
    public EnPowerConnectionState State => _isClosed ? EnPowerConnectionState.Closed : EnPowerConnectionState.Open;

    /// <summary>Gets this connection: the name by which commands bind it from the pipeline.</summary>
    [Hidden]
    public EnPowerConnection Connection => this;

    /// <summary>Gets the client. Closing the connection cancels its requests.</summary>
    internal EnPowerClient Client => _client;

    /// <summary>Gets the number of reads in flight, in all runspaces.</summary>
    public IReadOnlyList<string> Reading
    {
        get
        {
            lock (_reading)
            {
                return _reading.ToArray();
            }
        }
    }

    /// <summary>
    /// Gets the last read of each command that failed or was stopped: one for each incomplete list of a tenant or
    /// parent. -ResumeFrom accepts it. It is removed after a successful resume.
    /// </summary>
    public IReadOnlyList<UnfinishedRead> LastRead
    {
        get
        {
            lock (_lastReads)
            {
                return _lastReads.ToArray();
            }
        }
    }

    /// <summary>Returns the name, if there is one, client ID and endpoint.</summary>
    public override string ToString() => $"{(Name is null ? null : Name + ": ")}{ClientId ?? "An access token"} at {Endpoint}";

    /// <summary>Counts a read in flight, until the result is disposed.</summary>
    internal IDisposable BeginReading(string what) => new Read(_reading, what);

    /// <summary>Keeps an unfinished read.</summary>
    internal void Keep(UnfinishedRead read)
    {
        lock (_lastReads)
        {
            _lastReads.Add(read);
        }
    }

    /// <summary>Forgets the unfinished reads of a command: all of them, or the one that resumes at a link.</summary>
    internal void Forget(string command, Uri? link)
    {
        lock (_lastReads)
        {
            _lastReads.RemoveAll(read => read.Command == command && (link is null || read.ResumeLink == link.AbsoluteUri));
        }
    }

    internal void Close()
    {
        _isClosed = true;
        _client.Dispose();
    }

    internal EnPowerException Closed() => this == FromAnotherProcess
        ? new EnPowerException(
            EnPowerErrorId.ConnectionFromAnotherProcess,
            "This is a copy of a connection from another process, such as a job. It contains neither secret nor token, "
            + "because those never leave their process. Run Connect-EnPower in this process.")
        : new EnPowerException(
            EnPowerErrorId.ConnectionClosed, $"The connection of {this} was closed. Run Connect-EnPower to make a new one.");

    private sealed class Read : IDisposable
    {
        private readonly List<string> _reading;
        private readonly string _what;

        public Read(List<string> reading, string what)
        {
            (_reading, _what) = (reading, what);
            lock (reading)
            {
                reading.Add(what);
            }
        }

        public void Dispose()
        {
            lock (_reading)
            {
                _reading.Remove(_what);
            }
        }
    }
}
