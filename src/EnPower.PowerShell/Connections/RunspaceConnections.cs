using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace EnPower.Connections;

/// <summary>
/// The connections of one runspace. Two jobs in one process have different runspaces, so they never read each
/// other's tenants or close each other's connection. It is removed with its runspace.
/// </summary>
internal sealed class RunspaceConnections
{
    private static readonly ConditionalWeakTable<Runspace, RunspaceConnections> ByRunspace = new();

    // A connection without a name and references can't be used any more.
    private readonly List<WeakReference<EnPowerConnection>> _made = [];
    private readonly Dictionary<string, EnPowerConnection> _named = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the connections of the runspace that this thread works for.</summary>
    public static RunspaceConnections Current => ByRunspace.GetOrCreateValue(Runspace.DefaultRunspace);

    /// <summary>Gets or sets the connection that commands use which are given none.</summary>
    public EnPowerConnection? Default { get; set; }

    /// <summary>Gets every open connection that was made in this runspace and can still be used, the oldest first.</summary>
    public IReadOnlyList<EnPowerConnection> Open =>
    [
        .. _made.Select(static reference => reference.TryGetTarget(out EnPowerConnection? connection) ? connection : null)
            .OfType<EnPowerConnection>()
            .Where(static connection => connection.State == EnPowerConnectionState.Open),
    ];

    /// <summary>Finds the open connection of a name, in any casing.</summary>
    public EnPowerConnection? Find(string name) =>
        _named.TryGetValue(name, out EnPowerConnection? connection) && connection.State == EnPowerConnectionState.Open
            ? connection
            : null;

    /// <summary>Takes a new connection as the default.</summary>
    public void Add(EnPowerConnection connection)
    {
        _made.RemoveAll(static reference => !reference.TryGetTarget(out _));
        _made.Add(new WeakReference<EnPowerConnection>(connection));
        if (connection.Name is { } name)
        {
            _named[name] = connection;
        }

        Default = connection;
    }

    /// <summary>Closes a connection, also one of another runspace.</summary>
    public void Close(EnPowerConnection connection)
    {
        connection.Close();
        if (connection.Name is { } name && _named.TryGetValue(name, out EnPowerConnection? named) && named == connection)
        {
            _named.Remove(name);
        }

        if (Default == connection)
        {
            Default = null;
        }
    }

    /// <summary>Closes all connections that were made in this runspace.</summary>
    public void Clear()
    {
        foreach (EnPowerConnection connection in Open)
        {
            connection.Close();
        }

        _named.Clear();
        Default = null;
    }
}
