#if NET
using System.Runtime.Loader;
#else
using System.Reflection;
#endif

namespace EnPower.Isolation;

/// <summary>
/// Loads EnPower.Client and its dependencies from the module's folder, isolated from other modules.
/// </summary>
internal static class Dependencies
{
    private static readonly string Folder =
        Path.Combine(Path.GetDirectoryName(typeof(Dependencies).Assembly.Location)!, "Dependencies");

    private static int registered;

    public static void Register()
    {
        // Once per process, for all runspaces that import the module. The handler stays after the module is removed, because its
        // types exist as long as the process.
        if (Interlocked.Exchange(ref registered, 1) == 0)
        {
#if NET
            AssemblyLoadContext.Default.Resolving += static (_, name) => Context.LoadEntryPoint(name);
#else
            AppDomain.CurrentDomain.AssemblyResolve += static (_, request) => Resolve(request);
#endif
        }
    }

#if NET
    private static DependencyLoadContext Context { get; } = new(Folder);
#else
    // .NET Framework has no load contexts. Only requests of our own assemblies are answered, whatever version they ask
    // for: there are no binding redirects in a session that isn't ours.
    private static Assembly? Resolve(ResolveEventArgs request)
    {
        if (request.RequestingAssembly is not { IsDynamic: false } requester || !IsOurs(requester.Location))
        {
            return null;
        }

        string path = Path.Combine(Folder, new AssemblyName(request.Name).Name + ".dll");
        return File.Exists(path) ? Assembly.LoadFrom(path) : null;
    }

    private static bool IsOurs(string location) =>
        location == typeof(Dependencies).Assembly.Location
        || string.Equals(Path.GetDirectoryName(location), Folder, StringComparison.OrdinalIgnoreCase);
#endif
}
