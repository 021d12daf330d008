using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace EnPower;

/// <summary>
/// What each assembly that ships refers to, held against the oldest platform of its build and the folder it is shipped in: the
/// net8.0 build against .NET 8, which PowerShell 7.4 runs on; the netstandard2.0 build against .NET Framework 4.7.2.
/// </summary>
public sealed class ReferencesTests
{
    // The cmdlets are compiled against PowerShellStandard.Library, which has what every engine has.
    private const string Engine = "System.Management.Automation";

    private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance
        | BindingFlags.FlattenHierarchy;

    private static readonly string Bin = Path.Combine(Setting("ModulePath"), "bin");

    private static readonly Dictionary<string, string[]> Platforms = new()
    {
        ["net8.0"] = [Setting("CoreReferenceAssemblies")],
        ["netstandard2.0"] =
        [
            Setting("DesktopReferenceAssemblies"),
            Path.Combine(Setting("DesktopReferenceAssemblies"), "Facades"),
        ],
    };

    public static TheoryData<string, string> Assemblies
    {
        get
        {
            var assemblies = new TheoryData<string, string>();
            foreach (string build in Platforms.Keys)
            {
                foreach (string path in Shipped(build))
                {
                    assemblies.Add(build, Path.GetRelativePath(Path.Combine(Bin, build), path));
                }
            }

            return assemblies;
        }
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("netstandard2.0")]
    public void The_module_is_built(string build) => Assert.NotEmpty(Shipped(build));

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Every_assembly_type_and_member_that_is_referred_to_is_there(string build, string file)
    {
        using MetadataLoadContext platform = Load(build);
        using var reader = new PEReader(File.OpenRead(Path.Combine(Bin, build, file)));
        MetadataReader metadata = reader.GetMetadataReader();

        Assert.All(metadata.AssemblyReferences.Select(metadata.GetAssemblyReference), reference =>
        {
            AssemblyName wanted = reference.GetAssemblyName();
            Assert.True(
                wanted.Name == Engine || platform.LoadFromAssemblyName(wanted.Name!).GetName().Version >= wanted.Version,
                $"{wanted.Name} is older than {wanted.Version}.");
        });
        Assert.All(metadata.TypeReferences.Select(metadata.GetTypeReference), type =>
            Assert.True(
                AssemblyOf(metadata, type) is null or Engine || Find(platform, metadata, type) is not null,
                NameOf(metadata, type)));
        Assert.All(metadata.MemberReferences.Select(metadata.GetMemberReference), member =>
        {
            if (TypeOf(metadata, member.Parent) is { } type && AssemblyOf(metadata, type) is not (null or Engine))
            {
                string name = metadata.GetString(member.Name);
                Assert.True(HasMember(Find(platform, metadata, type), name), $"{NameOf(metadata, type)}.{name}");
            }
        });
    }

    [Theory]
    [InlineData("net8.0", "System.IO.FileStream", "CopyTo", true)]
    [InlineData("net8.0", "System.String", "IsNullOrMissing", false)]
    [InlineData("netstandard2.0", "System.String", "Contains", true)]
    [InlineData("netstandard2.0", "System.IO.File", "ReadAllTextAsync", false)]
    public void A_member_is_found_where_the_platform_has_it(string build, string type, string member, bool isThere)
    {
        using MetadataLoadContext platform = Load(build);

        Assert.Equal(isThere, HasMember(platform.CoreAssembly!.GetType(type), member));
    }

    private static MetadataLoadContext Load(string build)
    {
        IEnumerable<string> paths = Shipped(build)
            .Concat(Platforms[build].SelectMany(folder => Directory.GetFiles(folder, "*.dll")))
            .DistinctBy(path => Path.GetFileName(path), StringComparer.OrdinalIgnoreCase);
        // The engine has base classes and interfaces of cmdlets.
        var resolver = new PathAssemblyResolver(paths.Append(typeof(PSObject).Assembly.Location));
        return new MetadataLoadContext(resolver, build == "net8.0" ? "System.Runtime" : "mscorlib");
    }

    private static bool HasMember(Type? type, string name) => type is not null
        && (type.GetMember(name, Any).Length > 0 || type.GetInterfaces().Any(parent => parent.GetMember(name, Any).Length > 0));

    private static Type? Find(MetadataLoadContext platform, MetadataReader metadata, TypeReference type) =>
        platform.LoadFromAssemblyName(AssemblyOf(metadata, type)!).GetType(NameOf(metadata, type));

    private static TypeReference? TypeOf(MetadataReader metadata, EntityHandle parent) => parent.Kind switch
    {
        HandleKind.TypeReference => metadata.GetTypeReference((TypeReferenceHandle)parent),
        HandleKind.TypeSpecification => GenericTypeOf(metadata, metadata.GetTypeSpecification((TypeSpecificationHandle)parent)),
        _ => null,
    };

    // GENERICINST (CLASS | VALUETYPE) type: ECMA-335, II.23.2.14. Members of arrays are the runtime's own.
    private static TypeReference? GenericTypeOf(MetadataReader metadata, TypeSpecification specification)
    {
        BlobReader signature = metadata.GetBlobReader(specification.Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return null;
        }

        signature.ReadByte();
        EntityHandle type = signature.ReadTypeHandle();
        return type.Kind == HandleKind.TypeReference ? metadata.GetTypeReference((TypeReferenceHandle)type) : null;
    }

    private static string? AssemblyOf(MetadataReader metadata, TypeReference type) => type.ResolutionScope.Kind switch
    {
        HandleKind.AssemblyReference =>
            metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name),
        HandleKind.TypeReference => AssemblyOf(metadata, metadata.GetTypeReference((TypeReferenceHandle)type.ResolutionScope)),
        _ => null,
    };

    private static string NameOf(MetadataReader metadata, TypeReference type)
    {
        string name = metadata.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{NameOf(metadata, metadata.GetTypeReference((TypeReferenceHandle)type.ResolutionScope))}+{name}"
            : type.Namespace.IsNil ? name : $"{metadata.GetString(type.Namespace)}.{name}";
    }

    private static string[] Shipped(string build) => Directory.Exists(Path.Combine(Bin, build))
        ? Directory.GetFiles(Path.Combine(Bin, build), "*.dll", SearchOption.AllDirectories)
        : [];

    private static string Setting(string key) => typeof(ReferencesTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
