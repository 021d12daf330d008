using EnPower.Connections;

namespace EnPower.Isolation;

/// <summary>Runs when the module is imported into a runspace and when it is removed from one. For the engine only.</summary>
public sealed class ModuleLifetime : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnImport() => Dependencies.Register();

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) => RunspaceConnections.Current.Clear();
}
