using System.IO;
using System.Reflection;
using System.Runtime.Loader;

/// <summary>
/// Lets this PowerShell run the build for Windows PowerShell, whose dependencies may be later versions of what the engine
/// has: what the engine can't give comes from the build's own folder.
/// </summary>
public sealed class FolderLoadContext : AssemblyLoadContext
{
    private readonly string _folder;

    public FolderLoadContext(string folder) => _folder = folder;

    protected override Assembly Load(AssemblyName assemblyName)
    {
        try
        {
            return Default.LoadFromAssemblyName(assemblyName);
        }
        catch (IOException)
        {
            string path = Path.Combine(_folder, "Dependencies", assemblyName.Name + ".dll");
            return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
        }
    }
}
