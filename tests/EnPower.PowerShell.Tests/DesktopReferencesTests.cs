using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace EnPower;

/// <summary>What the netstandard2.0 build refers to, held against .NET Framework 4.7.2 and the folder it is shipped in.</summary>
public sealed class DesktopReferencesTests
{
    private static readonly string Bin = Path.Combine(Setting("ModulePath"), "bin", "netstandard2.0");
    private static readonly string[] Shipped = Directory.Exists(Bin) ? Directory.GetFiles(Bin, "*.dll", SearchOption.AllDirectories) : [];
    private static readonly Dictionary<string, string> Paths = FindAssemblies();

    public static TheoryData<string> Assemblies => [.. Shipped.Select(path => Path.GetFileName(path))];

    [Fact]
    public void The_module_is_built() => Assert.NotEmpty(Shipped);

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Every_assembly_and_type_that_is_referred_to_is_there(string file)
    {
        using var reader = new PEReader(File.OpenRead(Shipped.Single(path => Path.GetFileName(path) == file)));
        MetadataReader metadata = reader.GetMetadataReader();

        foreach (AssemblyReferenceHandle handle in metadata.AssemblyReferences)
        {
            AssemblyReference reference = metadata.GetAssemblyReference(handle);
            string name = metadata.GetString(reference.Name);
            if (name == "System.Management.Automation" && file == "EnPower.PowerShell.dll")
            {
                continue;
            }

            Assert.True(Paths.TryGetValue(name, out string? path), $"{name} is in neither.");
            Assert.True(AssemblyName.GetAssemblyName(path).Version >= reference.Version, $"{name} is older than {reference.Version}.");
            HashSet<string> defined = DefinedBy(path);
            Assert.All(ReferredTo(metadata, handle), type => Assert.Contains(type, defined));
        }
    }

    private static IEnumerable<string> ReferredTo(MetadataReader metadata, AssemblyReferenceHandle assembly) =>
        from handle in metadata.TypeReferences
        let type = metadata.GetTypeReference(handle)
        where type.ResolutionScope == assembly
        select $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";

    // Its own types, and those that it forwards to another assembly.
    private static HashSet<string> DefinedBy(string path)
    {
        using var reader = new PEReader(File.OpenRead(path));
        MetadataReader metadata = reader.GetMetadataReader();
        return
        [
            .. metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
                .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}"),
            .. metadata.ExportedTypes.Select(metadata.GetExportedType)
                .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}"),
        ];
    }

    private static Dictionary<string, string> FindAssemblies()
    {
        string framework = Setting("DesktopReferenceAssemblies");
        return Shipped
            .Concat(Directory.GetFiles(framework, "*.dll"))
            .Concat(Directory.GetFiles(Path.Combine(framework, "Facades"), "*.dll"))
            .GroupBy(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
    }

    private static string Setting(string key) => typeof(DesktopReferencesTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
