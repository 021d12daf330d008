using System.Globalization;
using System.Text.Json;
using EnPower.Endpoints;
using EnPower.RawRequests;

namespace EnPower;

/// <summary>The description of the API, and the emulator that is generated from it.</summary>
public sealed class EndpointTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Identifier = "8a40e648-fd97-4fba-9b47-66ad1a8be89a";

    private static readonly JsonElement Description = JsonDocument
        .Parse(typeof(Endpoint).Assembly.GetManifestResourceStream("endpoints.json")!).RootElement;

    public static TheoryData<string> Paths => [.. Endpoint.All.Select(endpoint => endpoint.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task An_endpoint_answers_in_the_shape_described(string path)
    {
        JsonElement endpoint = Find(path);
        IReadOnlyList<string> bodies = await ReadAsync<string>(address => new RawTextQuery(address), path, top: 60, limit: 1);
        using var page = JsonDocument.Parse(bodies[0]);

        JsonElement list = page.RootElement.GetProperty(endpoint.GetProperty("list").GetString()!);
        Assert.True(list.GetArrayLength() > 0);
        Assert.Equal(JsonValueKind.Number, page.RootElement.GetProperty("totalCount").ValueKind);
        Assert.Equal(JsonValueKind.String, page.RootElement.GetProperty("nextLink").ValueKind);
        Assert.All(list.EnumerateArray(), item => AssertFields(endpoint.GetProperty("fields"), item));
    }

    [Fact]
    public void Every_documented_parameter_is_shown_in_addresses()
    {
        foreach (string name in Endpoint.All.SelectMany(endpoint => endpoint.Parameters))
        {
            Assert.EndsWith($"?{name}=x", new Uri($"https://localhost/smp/bot?{name}=x").ToDisplayString());
        }
    }

    [Theory]
    [InlineData("/smp/powerplatform/bot", "botId")]
    [InlineData("/smp/powerplatform/powerbi/semanticemodeldetails", "isRefreshable")]
    [InlineData("/smp/powerplatform/powerapps/{appId}/launched-users", "lauchedTimes")]
    [InlineData("/smp/lifecycle/microsoft365/viva-groups", "vivaStatus")]
    [InlineData("/smp/powerplatform/powerautomate/cloudflows", "registered")]
    public async Task What_the_documentation_spells_oddly_is_spelt_so(string path, string field) =>
        Assert.Contains(
            field,
            (await ReadAsync<IDictionary<string, object?>>(address => new RawValueQuery(address), path, top: 1, limit: 1))[0]
                .Keys);

    [Theory]
    [InlineData("tenat", "tenant")]
    [InlineData("tennant", "tenant")]
    [InlineData("tanent", "tenant")]
    [InlineData("TENANTID", "tenant")]
    [InlineData("mailboxTypes", "mailboxType")]
    [InlineData("to", "top")]
    [InlineData("page", null)]
    [InlineData("tenantIds", null)]
    public void A_name_that_is_up_to_two_letters_away_from_a_parameter_was_to_be_that(string name, string? parameter) =>
        Assert.Equal(parameter, Endpoint.At("/smp/exchange/mailboxes")!.NearestParameter(name));

    [Theory]
    [InlineData("foDate", "toDate")]
    [InlineData("froDate", "fromDate")]
    public void Of_two_parameters_the_nearest_is_meant(string name, string parameter) =>
        Assert.Equal(parameter, Endpoint.At("/smp/powerplatform/bot/1/activities")!.NearestParameter(name));

    [Fact]
    public async Task Connection_usage_requires_a_flow()
    {
        var address = RequestAddress.Parse("powerplatform/connectionusage/cloudflows", fixture.Emulator.Endpoint);

        var exception = await Assert.ThrowsAsync<EnPowerApiException>(
            () => EmulatorFixture.ReadItemsAsync(fixture.CreateClient(), new RawValueQuery(address)));

        Assert.Equal(EnPowerErrorId.BadRequest, exception.ErrorId);
        Assert.Contains("flowId", exception.Message);
    }

    private static JsonElement Find(string path) => Description
        .GetProperty("endpoints").EnumerateArray().Single(endpoint => endpoint.GetProperty("path").GetString() == path);

    private async Task<IReadOnlyList<T>> ReadAsync<T>(Func<RequestAddress, RawQuery> query, string path, int? top, long limit)
    {
        string[] segments = [.. path.Split('/').Select(segment => segment.StartsWith('{') ? Identifier : segment)];
        RequestAddress address = RequestAddress.Parse(string.Join('/', segments), fixture.Emulator.Endpoint);
        address = address.With(top is null ? [] : [("top", $"{top}"), ("flowId", Identifier)]);
        return [.. (await EmulatorFixture.ReadItemsAsync(fixture.CreateClient(), query(address), limit)).Cast<T>()];
    }

    private static void AssertFields(JsonElement described, JsonElement item)
    {
        string[] known = [.. described.EnumerateObject().Select(field => field.Name)];

        // Mailboxes also have missing and undocumented fields, and fields in other casing or of another type.
        bool isMailbox = known.Contains("recipientLimits");
        if (!isMailbox)
        {
            Assert.Equal(known, item.EnumerateObject().Select(member => member.Name));
        }

        foreach (JsonProperty member in item.EnumerateObject())
        {
            string? name = known.SingleOrDefault(field => string.Equals(field, member.Name, StringComparison.OrdinalIgnoreCase));
            Assert.True(name is not null || (isMailbox && member.Name == "sensitivityLabel"), member.ToString());
            if (name is not null)
            {
                Assert.True(
                    IsDescribed(described.GetProperty(name), member.Value) || (isMailbox && IsMailboxQuirk(member)),
                    member.ToString());
            }
        }
    }

    private static bool IsDescribed(JsonElement field, JsonElement value)
    {
        bool isPlain = field.ValueKind == JsonValueKind.String;
        string type = isPlain ? field.GetString()! : field.GetProperty("type").GetString()!;
        if (!isPlain && field.TryGetProperty("placeholder", out JsonElement placeholder)
            && JsonElement.DeepEquals(placeholder, value))
        {
            return true;
        }

        return type switch
        {
            "any" => true,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "integer" => value.ValueKind == JsonValueKind.Number,
            "date" => value.ValueEquals("") || IsDate(value, "yyyy-MM-dd HH:mm:ss"),
            "isoDate" => IsDate(value, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"),
            _ when type.EndsWith("[]", StringComparison.Ordinal) => value.ValueKind == JsonValueKind.Array,
            _ when Description.GetProperty("types").TryGetProperty(type, out _) => value.ValueKind == JsonValueKind.Object,
            _ => value.ValueKind == JsonValueKind.String,
        };
    }

    private static bool IsDate(JsonElement value, string format) =>
        DateTime.TryParseExact(value.GetString(), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsMailboxQuirk(JsonProperty member) =>
        member.Name is "firstName" or "lastName" or "recipientLimits" or "phaseAssignees" or "primaryContact"
            or "renewProfile" or "electionProfile" or "mailboxPolicies"
        || (member.Value.ValueKind == JsonValueKind.String && long.TryParse(member.Value.GetString(), out _));
}
