using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace EnPower.Connections;

/// <summary>
/// The connections that were made in one runspace. Two jobs in one process have a runspace each, and so never read each
/// other's tenants or close each other's connection. Goes when its runspace goes.
/// </summary>
internal sealed class RunspaceConnections
{
    private static readonly ConditionalWeakTable<Runspace, RunspaceConnections> ByRunspace = new();

    private readonly List<WeakReference<EnPowerConnection>> _made = [];

    /// <summary>Gets the connections of the runspace that this thread works for.</summary>
    public static RunspaceConnections Current => ByRunspace.GetOrCreateValue(Runspace.DefaultRunspace);

    /// <summary>Gets the connection that commands use which are given none.</summary>
    public EnPowerConnection? Default { get; private set; }

    /// <summary>Takes a new connection as the default.</summary>
    public void Add(EnPowerConnection connection)
    {
        _made.RemoveAll(static reference => !reference.TryGetTarget(out _));
        _made.Add(new WeakReference<EnPowerConnection>(connection));
        Default = connection;
    }

    /// <summary>Closes a connection, whoever made it.</summary>
    public void Close(EnPowerConnection connection)
    {
        connection.Close();
        if (Default == connection)
        {
            Default = null;
        }
    }

    /// <summary>Closes all connections that were made in this runspace.</summary>
    public void Clear()
    {
        foreach (WeakReference<EnPowerConnection> reference in _made)
        {
            if (reference.TryGetTarget(out EnPowerConnection? connection))
            {
                connection.Close();
            }
        }

        _made.Clear();
        Default = null;
    }
}
