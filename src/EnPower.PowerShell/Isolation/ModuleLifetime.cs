using System.Management.Automation.Internal;
using EnPower.Connections;

namespace EnPower.Isolation;

/// <summary>Runs when the module is imported into a runspace and when it is removed from one. For the engine only.</summary>
/// <remarks>
/// The engine looks at the public types of this assembly before it lets us say, here, where EnPower.Client is. So none of
/// them derives from a type of EnPower.Client, has a field of one of its value types, or overrides a method that returns one.
/// </remarks>
public sealed class ModuleLifetime : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnImport()
    {
        Dependencies.Register();
        Absent.Value = AutomationNull.Value;
    }

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) => RunspaceConnections.Current.Clear();
}
