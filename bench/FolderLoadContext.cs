using System;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;

/// <summary>
/// Loads the build for Windows PowerShell into this PowerShell. Its dependencies can have later versions than those of the
/// engine: assemblies that the engine lacks are loaded from the folder of the build.
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
            string file = assemblyName.Name + ".dll";
            string[] paths = { Path.Combine(_folder, file), Path.Combine(_folder, "Dependencies", file) };
            string path = Array.Find(paths, File.Exists);
            return path is null ? null : LoadFromAssemblyPath(path);
        }
    }
}
