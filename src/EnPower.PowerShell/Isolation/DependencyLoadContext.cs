#if NET
using System.Reflection;
using System.Runtime.Loader;

namespace EnPower.Isolation;

/// <summary>
/// Holds EnPower.Client and its dependencies. What lies in the folder is loaded from there, always; all else is shared: the
/// runtime's own assemblies, and EnPower.Model, whose types scripts name.
/// </summary>
internal sealed class DependencyLoadContext(string folder) : AssemblyLoadContext("EnPower")
{
    // The copy that the session has.
    private static readonly Assembly Model = typeof(EnPowerException).Assembly;

    private static readonly AssemblyName EntryPoint =
        typeof(DependencyLoadContext).Assembly.GetReferencedAssemblies().Single(name => name.Name == "EnPower.Client");

    /// <summary>Answers the default context, which asks for what our cmdlets refer to. Nothing else is given away.</summary>
    public Assembly? LoadEntryPoint(AssemblyName name) =>
        name.FullName == EntryPoint.FullName ? Load(name) : null;

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name == Model.GetName().Name)
        {
            return Model;
        }

        string path = Path.Combine(folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
#endif
