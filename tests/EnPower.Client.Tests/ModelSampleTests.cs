using System.Text.Json;
using EnPower.Endpoints;
using EnPower.RawRequests;

namespace EnPower;

/// <summary>Reads every list of the API from the sample of its documentation and from the emulator.</summary>
public sealed class ModelSampleTests(SmallEmulatorFixture fixture) : IClassFixture<SmallEmulatorFixture>
{
    private const string Identifier = "8a40e648-fd97-4fba-9b47-66ad1a8be89a";

    private static readonly JsonElement Samples = JsonDocument
        .Parse(typeof(ModelSampleTests).Assembly.GetManifestResourceStream("documentation-samples.json")!).RootElement;

    public static TheoryData<string> Models => [.. ModelDescription.Models.Keys];

    // The mailboxes of the emulator have undocumented variations, which other tests cover.
    public static TheoryData<string> DocumentedModels => [.. ModelDescription.Models.Keys.Where(name => name != nameof(Mailbox))];

    [Fact]
    public void Every_endpoint_has_the_sample_of_its_documentation() => Assert.Equal(
        Samples.EnumerateObject().Select(sample => sample.Name).Order(), Endpoint.All.Select(endpoint => endpoint.Path).Order());

    [Theory]
    [MemberData(nameof(Models))]
    public void The_sample_of_the_documentation_is_read_with_every_field_in_its_property(string name)
    {
        Type model = ModelDescription.Models[name];
        JsonElement body = Samples.GetProperty(ModelDescription.PathOf(model)).GetProperty("body");

        AssertReadWhole(model, body);
    }

    [Theory]
    [MemberData(nameof(DocumentedModels))]
    public async Task All_that_the_emulator_sends_is_read_with_every_field_in_its_property(string name)
    {
        Type model = ModelDescription.Models[name];
        RequestAddress address = RequestAddress.Parse(
            string.Join(
                '/', ModelDescription.PathOf(model).Split('/').Select(segment => segment.StartsWith('{') ? Identifier : segment)),
            fixture.Emulator.Endpoint);
        if (ModelDescription.ListOf(model).Path.Contains("flowId="))
        {
            address = address.With([("flowId", Identifier)]);
        }

        IReadOnlyList<object> pages = await EmulatorFixture.ReadItemsAsync(fixture.CreateClient(), new RawTextQuery(address));

        Assert.NotEmpty(pages);
        foreach (string page in pages.Cast<string>())
        {
            AssertReadWhole(model, JsonDocument.Parse(page).RootElement);
        }
    }

    private static void AssertReadWhole(Type model, JsonElement body)
    {
        JsonElement[] written = [.. body.GetProperty(ModelDescription.ListOf(model).Name).EnumerateArray()];
        IReadOnlyList<ApiObject> read = ModelDescription.Read(model, body.GetRawText());

        Assert.NotEmpty(written);
        Assert.Equal(written.Length, read.Count);
        foreach ((JsonElement item, ApiObject value) in written.Zip(read))
        {
            ModelDescription.AssertReadWhole(item, value);
        }
    }
}
