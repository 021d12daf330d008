using System.Reflection;
using System.Text.Json;
using EnPower.Commands;
using EnPower.Emulator;

namespace EnPower;

/// <summary>What holds for the cmdlet of every list, so that a new one that lacks something is told what.</summary>
public sealed class ConventionTests
{
    private static readonly Dictionary<string, Type> Models = typeof(ApiObject).Assembly.GetExportedTypes()
        .Where(type => type.GetCustomAttribute<ApiListAttribute>() is not null)
        .ToDictionary(type => type.Name);

    private static readonly Type[] Cmdlets = [.. typeof(GetEnPowerMailboxCommand).Assembly.GetExportedTypes()
        .Where(type => type.GetCustomAttribute<CmdletAttribute>(inherit: false) is not null)];

    private static readonly JsonElement Description = JsonDocument
        .Parse(typeof(EmulatorServer).Assembly.GetManifestResourceStream("endpoints.json")!).RootElement;

    public static TheoryData<string> ModelNames => [.. Models.Keys];

    [Theory]
    [MemberData(nameof(ModelNames))]
    public void A_list_has_one_cmdlet_named_after_its_model(string name)
    {
        CmdletAttribute cmdlet = CmdletOf(name).GetCustomAttribute<CmdletAttribute>(inherit: false)!;

        // The name Environment is taken in .NET.
        string noun = name == nameof(PowerPlatformEnvironment) ? "Environment" : name;
        Assert.Equal($"Get-EnPower{noun}", $"{cmdlet.VerbName}-{cmdlet.NounName}");
        Assert.Equal($"GetEnPower{noun}Command", CmdletOf(name).Name);
        Assert.True(cmdlet.SupportsPaging, $"{CmdletOf(name).Name} is to set SupportsPaging.");
    }

    [Theory]
    [MemberData(nameof(ModelNames))]
    public void Messages_name_the_objects_of_a_list_and_what_they_are_read_for_in_the_plural(string name)
    {
        object cmdlet = Activator.CreateInstance(CmdletOf(name))!;

        Assert.All(["Plural", "Sources"], word => Assert.Matches(
            "^[A-Za-z ]+s$",
            (string)CmdletOf(name).GetProperty(word, BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(cmdlet)!));
    }

    [Theory]
    [MemberData(nameof(ModelNames))]
    public void Model_and_cmdlet_are_in_folders_of_the_same_product(string name) => Assert.Equal(
        FolderOf(Models[name], "EnPower.Model"), FolderOf(CmdletOf(name), "EnPower.PowerShell/Commands"));

    [Theory]
    [MemberData(nameof(ModelNames))]
    public void A_cmdlet_has_the_parameters_of_its_list_and_those_that_all_have(string name)
    {
        Dictionary<string, PropertyInfo> parameters = ParametersOf(CmdletOf(name));
        JsonElement endpoint = EndpointOf(name);
        string[] expected =
        [
            "Tenant", "ResumeFrom", "ThrottleLimit", "Connection",
            .. endpoint.GetProperty("parameters").EnumerateArray().Select(parameter => Capitalised(parameter.GetString()!)),
            .. ParentOf(endpoint) is { } parent ? [parent] : Array.Empty<string>(),
        ];

        Assert.Empty(expected.Except(parameters.Keys));
        Assert.Empty(parameters.Keys.Except(expected).Except(["EnvironmentId", "WorkspaceId", "Identity"]));
        Assert.Equal(parameters.ContainsKey("Top"), Models[name].GetCustomAttribute<ApiListAttribute>()!.HasPageSize);
    }

    [Theory]
    [MemberData(nameof(ModelNames))]
    public void A_parent_is_mandatory_and_comes_by_value_and_by_the_name_of_its_property(string name)
    {
        if (ParentOf(EndpointOf(name)) is { } parent)
        {
            ParameterAttribute parameter = ParametersOf(CmdletOf(name))[parent].GetCustomAttribute<ParameterAttribute>()!;

            Assert.True(
                parameter is { Mandatory: true, ValueFromPipeline: true, ValueFromPipelineByPropertyName: true, Position: 0 });
            Assert.NotNull(Models[name].GetProperty(parent));
        }
    }

    [Theory]
    [MemberData(nameof(ModelNames))]
    public void A_tenant_is_named_so_that_nothing_else_is_taken_for_one(string name)
    {
        Dictionary<string, PropertyInfo> parameters = ParametersOf(CmdletOf(name));
        string[] first = [.. parameters.Values
            .Where(parameter => parameter.GetCustomAttributes<ParameterAttribute>(inherit: false)
                .Any(attribute => attribute.Position == 0))
            .Select(parameter => parameter.Name)];

        Assert.Equal(int.MinValue, parameters["Tenant"].GetCustomAttribute<ParameterAttribute>(inherit: false)!.Position);
        Assert.True(parameters["Tenant"].GetCustomAttribute<ParameterAttribute>(inherit: false)!.ValueFromPipelineByPropertyName);
        Assert.Equal(
            ParentOf(EndpointOf(name)) is { } parent ? [parent] : parameters.ContainsKey("Identity") ? ["Identity"] : [], first);
    }

    [Theory]
    [MemberData(nameof(ModelNames))]
    public void What_belongs_to_an_environment_can_be_chosen_by_it(string name)
    {
        bool belongsToOne = Models[name].GetProperty("EnvironmentName") is not null && name != nameof(PowerPlatformEnvironment);

        Assert.Equal(belongsToOne, ParametersOf(CmdletOf(name)).ContainsKey("EnvironmentId"));
    }

    [Theory]
    [MemberData(nameof(ModelNames))]
    public void No_parameter_is_limited_to_values_that_the_documentation_does_not_list(string name) => Assert.All(
        ParametersOf(CmdletOf(name)).Values, parameter => Assert.Null(parameter.GetCustomAttribute<ValidateSetAttribute>()));

    [Fact]
    public void No_override_returns_a_type_of_the_client_which_the_engine_could_not_find_at_import() => Assert.Empty(
        typeof(GetEnPowerMailboxCommand).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMethods(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(method => method.GetBaseDefinition() != method && MentionsClient(method.ReturnType))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}"));

    private static bool MentionsClient(Type type) =>
        type.Assembly.GetName().Name == "EnPower.Client" || type.GenericTypeArguments.Any(MentionsClient);

    private static Type CmdletOf(string model)
    {
        Type[] cmdlets = [.. Cmdlets.Where(type => type.GetCustomAttributes<OutputTypeAttribute>()
            .Any(output => output.Type.Any(named => named.Type == Models[model]))
                && type.Name.StartsWith("Get", StringComparison.Ordinal))];
        Assert.True(cmdlets.Length == 1, $"{model} is the output of {cmdlets.Length} cmdlets.");
        return cmdlets[0];
    }

    private static Dictionary<string, PropertyInfo> ParametersOf(Type cmdlet) => cmdlet.GetProperties()
        .Where(property => property.GetCustomAttributes<ParameterAttribute>(inherit: false).Any())
        .ToDictionary(property => property.Name);

    private static JsonElement EndpointOf(string model)
    {
        string path = "/" + Models[model].GetCustomAttribute<ApiListAttribute>()!.Path.Split('?')[0];
        return Description.GetProperty("endpoints").EnumerateArray()
            .Single(endpoint => endpoint.GetProperty("path").GetString() == path);
    }

    // The parameter of the path, or the one of the query that is required.
    private static string? ParentOf(JsonElement endpoint)
    {
        string[] parts = endpoint.GetProperty("path").GetString()!.Split('{', '}');
        string? required = endpoint.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetString()!)
            .FirstOrDefault(
                parameter => Description.GetProperty("parameters").GetProperty(parameter).TryGetProperty("required", out _));
        return parts.Length > 1 ? Capitalised(parts[1]) : required is null ? null : Capitalised(required);
    }

    private static string Capitalised(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string FolderOf(Type type, string root)
    {
        string folder = Path.Combine(Repository(), "src", root);
        string file = Assert.Single(Directory.EnumerateFiles(folder, $"{type.Name}.cs", SearchOption.AllDirectories));
        return Path.GetRelativePath(folder, Path.GetDirectoryName(file)!);
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "EnPower.PowerShell.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
