using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Xml.Linq;

namespace EnPower;

/// <summary>Conventions that every model must follow. They name the missing parts of a new one.</summary>
public sealed class ConventionTests
{
    // Most numbers and dates change by normal use, which is noise in comparisons. These don't.
    private static readonly HashSet<string> LastingNumbersAndDates =
    [
        "CreateTime", "CreatedTime", "CreatedDateTime", "CreatedOn", "ConnectorCreatedTime", "CreationTime", "FirstScanTime",
        "DeletedDateTime", "DeletedTime", "ActionTime", "StartTime", "EndTime", "Requested", "BusinessContextLastResponseTime",
        "LastRenewalTime", "PhaseStartTime", "RenewalDueDate", "NextRenewalDate",
        "IssueWarningQuota", "ProhibitSendQuota", "ProhibitSendReceiveQuota", "ResourceCapacity",
        "ActionCount", "PromptCount", "SkillCount",
    ];

    // Parts of names about ownership, access and destinations of data.
    private static readonly string[] SignsOfSecurity =
    [
        "Shared", "Guest", "Shadow", "CoOwner", "Forwarding", "Hold", "Visibility", "Policy", "Premium", "Quarantine",
        "Anonymous", "Sensitivity", "OwnerId", "OwnerUserPrincipalName", "OwnerStatus", "Status", "Admins", "IsDeleted",
        "ClientIP", "Published", "Privacy",
    ];

    // These names contain such a part, but have another meaning.
    private static readonly HashSet<string> MeansSomethingElse =
    [
        "ClaimStatus", "UpgradeStatus", "TeamStatus", "VivaStatus", "RunStatus",
    ];

    private static readonly Dictionary<string, XElement> Documentation = XDocument
        .Load(Path.ChangeExtension(typeof(ApiObject).Assembly.Location, ".xml"))
        .Descendants("member").ToDictionary(member => member.Attribute("name")!.Value);

    public static TheoryData<string> Models => [.. ModelDescription.Models.Keys];

    public static TheoryData<string> PublicTypes =>
        [.. typeof(ApiObject).Assembly.GetExportedTypes().Select(type => type.FullName!)];

    [Fact]
    public void Every_list_of_the_API_has_a_model()
    {
        IEnumerable<(string?, string?)> described = ModelDescription.Api.GetProperty("endpoints").EnumerateArray()
            .Select(endpoint => (endpoint.GetProperty("path").GetString(), endpoint.GetProperty("list").GetString()));

        Assert.Equal(
            described.Order(),
            ModelDescription.Models.Values
                .Select(model => ((string?)ModelDescription.PathOf(model), (string?)ModelDescription.ListOf(model).Name))
                .Order());
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_field_has_a_property_of_its_type_and_every_property_a_field(string name)
    {
        Type model = ModelDescription.Models[name];

        AssertFields(model, ModelDescription.EndpointOf(model).GetProperty("fields"));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_list_takes_a_page_size_where_the_API_has_one(string name)
    {
        Type model = ModelDescription.Models[name];
        IEnumerable<string?> parameters = ModelDescription.EndpointOf(model).GetProperty("parameters").EnumerateArray()
            .Select(parameter => parameter.GetString());

        Assert.Equal(parameters.Contains("top"), ModelDescription.ListOf(model).HasPageSize);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_has_a_key(string name) => Assert.Contains(
        ModelDescription.PropertiesOf(ModelDescription.Models[name]),
        property => property.GetCustomAttribute<KeyAttribute>() is not null);

    [Theory]
    [MemberData(nameof(Models))]
    public void A_property_is_key_or_volatile_or_relevant_to_security_or_none_of_them(string name) => Assert.All(
        ModelDescription.PropertiesOf(ModelDescription.Models[name]),
        property =>
            Assert.True(DecisionsOf(property).Length <= 1, $"{property.Name} is {string.Join(" and ", DecisionsOf(property))}"));

    [Theory]
    [MemberData(nameof(Models))]
    public void A_number_or_a_date_is_volatile_unless_it_lasts(string name) => Assert.All(
        ModelDescription.FieldsOf(ModelDescription.Models[name])
            .Where(property => property.PropertyType == typeof(long?) || property.PropertyType == typeof(DateTime?))
            .Where(property => DecisionsOf(property).Length == 0),
        property => Assert.True(
            LastingNumbersAndDates.Contains(property.Name),
            $"{property.Name} is to be [Volatile], or in LastingNumbersAndDates."));

    [Theory]
    [MemberData(nameof(Models))]
    public void What_is_about_owners_or_access_is_relevant_to_security(string name) => Assert.All(
        ModelDescription.FieldsOf(ModelDescription.Models[name])
            .Where(property => DecisionsOf(property).Length == 0)
            .Where(property => SignsOfSecurity.Any(sign => property.Name.Contains(sign, StringComparison.Ordinal))),
        property => Assert.True(
            MeansSomethingElse.Contains(property.Name),
            $"{property.Name} is to be [SecurityRelevant], or in MeansSomethingElse."));

    [Theory]
    [MemberData(nameof(Models))]
    public void What_belongs_to_an_environment_has_its_ID_and_its_name_by_one_name(string name)
    {
        Type model = ModelDescription.Models[name];
        bool namesOne = ModelDescription.PropertiesOf(model).Any(property => property.Name is "EnvironmentName" or "Environment");

        Assert.Equal(namesOne, model.GetProperty("EnvironmentName") is not null);
        Assert.True(!namesOne || model.GetProperty("EnvironmentId") is not null);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void What_names_its_tenant_belongs_to_a_tenant(string name)
    {
        Type model = ModelDescription.Models[name];

        Assert.Equal(model.GetProperty("TenantId") is not null, typeof(ITenantObject).IsAssignableFrom(model));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_says_what_it_is_as_text(string name) =>
        Assert.NotEqual(
            typeof(object), ModelDescription.Models[name].GetMethod(nameof(ToString), Type.EmptyTypes)!.DeclaringType);

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_names_the_page_that_documents_it(string name)
    {
        Type model = ModelDescription.Models[name];
        string? page = ModelDescription.EndpointOf(model).GetProperty("page").GetString();

        Assert.Contains($"Source: {page}", Documentation[$"T:{model.FullName}"].Value);
    }

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void Every_public_member_is_documented(string name)
    {
        Type type = typeof(ApiObject).Assembly.GetType(name)!;
        IEnumerable<string> members = type
            .GetMembers(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(member => member is PropertyInfo || (member is FieldInfo { IsSpecialName: false } && type.IsEnum))
            .Select(member => $"{(member is PropertyInfo ? 'P' : 'F')}:{name}.{member.Name}");

        Assert.All(members.Prepend($"T:{name}"), member =>
        {
            Assert.True(Documentation.TryGetValue(member, out XElement? documentation), $"{member} is not documented.");
            if (documentation!.Element("inheritdoc") is { } inherited)
            {
                string source = inherited.Attribute("cref")?.Value ?? member.Replace(type.FullName!, type.BaseType!.FullName);
                Assert.True(Documentation.TryGetValue(source, out documentation), $"{source} is not documented.");
            }

            string summary = documentation.Element("summary")!.Value.Trim();
            Assert.EndsWith(".", summary);
            Assert.True(summary.Contains(' ') || type.IsEnum, $"{member}: {summary}");
            Assert.DoesNotContain("TODO", summary);
            Assert.DoesNotContain("{", summary);
        });
    }

    private static string[] DecisionsOf(PropertyInfo property) =>
    [
        .. property.GetCustomAttributes()
            .Where(attribute => attribute is KeyAttribute or VolatileAttribute or SecurityRelevantAttribute)
            .Select(attribute => attribute.GetType().Name),
    ];

    private static void AssertFields(Type model, JsonElement fields)
    {
        var left = ModelDescription.FieldsOf(model).ToList();
        foreach (JsonProperty field in fields.EnumerateObject())
        {
            PropertyInfo? property = left.SingleOrDefault(candidate => ModelDescription.NamesOf(candidate).Contains(field.Name));
            Assert.True(property is not null, $"{model.Name} has no property for {field.Name}.");
            left.Remove(property);
            AssertType(property, field);
            AssertNameOfTable(property, field.Value);
        }

        Assert.Empty(left);
    }

    private static void AssertType(PropertyInfo property, JsonProperty field)
    {
        bool isPlain = field.Value.ValueKind == JsonValueKind.String;
        string type = isPlain ? field.Value.GetString()! : field.Value.GetProperty("type").GetString()!;
        int[] values = !isPlain && field.Value.TryGetProperty("values", out JsonElement listed)
            ? [.. listed.EnumerateArray().Select(value => value.GetInt32())]
            : [];
        Type expected = (type, values) switch
        {
            // A JSON array inside a text, and a number as text.
            ("text", _) when field.Name == "businessPhones" => typeof(ItemList<string>),
            ("text", _) when field.Name is "count" or "lauchedTimes" => typeof(long?),
            ("user", _) when field.Name == "phaseAssignees" => typeof(ItemList<User>),
            ("integer", { Length: > 0 }) => Nullable.GetUnderlyingType(property.PropertyType) is { IsEnum: true }
                ? property.PropertyType
                : typeof(Enum),
            ("integer", _) => typeof(long?),
            ("boolean", _) => typeof(bool?),
            ("date" or "isoDate", _) => typeof(DateTime?),
            ("text[]", _) => typeof(ItemList<string>),
            ("any", _) => typeof(object),
            _ when ModelDescription.Api.GetProperty("types").TryGetProperty(type.Replace("[]", ""), out _) =>
                type.EndsWith("[]", StringComparison.Ordinal) == property.PropertyType.IsGenericType
                    && ModelDescription.NestedModelOf(property) is not null ? property.PropertyType : typeof(ApiObject),
            _ => typeof(string),
        };

        Assert.True(
            expected == property.PropertyType, $"{property.DeclaringType!.Name}.{property.Name} is to be of type {expected}.");
        if (values.Length > 0)
        {
            Type enumeration = Nullable.GetUnderlyingType(property.PropertyType)!;
            Assert.Equal(typeof(int), Enum.GetUnderlyingType(enumeration));
            Assert.Equal(
                values.Order(),
                Enum.GetValues(enumeration).Cast<object>()
                    .Select(value => Convert.ToInt32(value, CultureInfo.InvariantCulture)).Order());
        }

        if (ModelDescription.NestedModelOf(property) is { } nested)
        {
            AssertFields(nested, ModelDescription.Api.GetProperty("types").GetProperty(type.Replace("[]", "")));
        }
    }

    private static void AssertNameOfTable(PropertyInfo property, JsonElement field)
    {
        if (field.ValueKind == JsonValueKind.Object && field.TryGetProperty("inTable", out JsonElement inTable))
        {
            Assert.Contains(inTable.GetString(), ModelDescription.NamesOf(property), StringComparer.OrdinalIgnoreCase);
        }
    }
}
