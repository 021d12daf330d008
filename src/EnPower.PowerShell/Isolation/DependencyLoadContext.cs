#if NET
using System.Reflection;
using System.Runtime.Loader;

namespace EnPower.Isolation;

/// <summary>
/// Contains EnPower.Client and its dependencies. Assemblies in the folder are always loaded from there. All others are shared:
/// the assemblies of the runtime, and EnPower.Model, whose types scripts name.
/// </summary>
internal sealed class DependencyLoadContext(string folder) : AssemblyLoadContext("EnPower")
{
    private static readonly AssemblyName EntryPoint =
        typeof(DependencyLoadContext).Assembly.GetReferencedAssemblies().Single(name => name.Name == "EnPower.Client");

    /// <summary>Answers the default context, which asks for what our cmdlets refer to. Nothing else is given away.</summary>
    public Assembly? LoadEntryPoint(AssemblyName name) =>
        name.FullName == EntryPoint.FullName ? Load(name) : null;

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string path = Path.Combine(folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
#endif
