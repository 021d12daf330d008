using System.Text;
using EnPower.Emulator;
using EnPower.RawRequests;

namespace EnPower;

public sealed class RawQueryTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Path = "/smp/powerplatform/bot";

    private RequestAddress Address => RequestAddress.Parse(Path, fixture.Emulator.Endpoint);

    private Task<IReadOnlyList<object>> ReadAsync(RawQuery query, string body)
    {
        fixture.Emulator.Faults.Clear();
        fixture.Emulator.Faults.Add(new Fault { Path = Path, Body = body });
        return EmulatorFixture.ReadItemsAsync(fixture.CreateClient(), query);
    }

    private Task<IReadOnlyList<object>> ReadValuesAsync(string body) => ReadAsync(new RawValueQuery(Address), body);

    [Theory]
    [InlineData("""{ "bots": [1, 2], "totalCount": 2, "nextLink": "" }""")]
    [InlineData("""{ "Anything": [1, 2], "NextLink": null }""")]
    [InlineData("""{ "totalCount": "2", "items": [1, 2], "message": "ok", "page": { "a": [3] } }""")]
    [InlineData("""{ "items": [1, 2] }""")]
    [InlineData("[1, 2]")]
    [InlineData("{ \"items\": [ 1, // one\n 2, ], }")]
    public async Task The_list_is_found_whatever_its_name(string body) => Assert.Equal([1L, 2L], await ReadValuesAsync(body));

    [Theory]
    [InlineData("""{ "bots": [], "totalCount": 0, "nextLink": "" }""")]
    [InlineData("""{ "bots": null, "totalCount": 0, "nextLink": "" }""")]
    [InlineData("[]")]
    public async Task An_empty_list_is_no_item(string body) => Assert.Empty(await ReadValuesAsync(body));

    [Theory]
    [InlineData("""{ "id": "1", "name": "x" }""")]
    [InlineData("""{ "id": "1", "tags": ["a"] }""")]
    [InlineData("""{ "id": "1", "users": [1], "groups": [2], "totalCount": 2 }""")]
    [InlineData("""{ "id": "1", "bots": null, "totalCount": 5 }""")]
    public async Task An_answer_without_one_list_is_one_object_and_loses_nothing(string body)
    {
        var item = Assert.IsType<IDictionary<string, object?>>(Assert.Single(await ReadValuesAsync(body)), exactMatch: false);

        Assert.Equal("1", item["id"]);
        Assert.True(item.Count > 1);
    }

    [Fact]
    public async Task Values_are_typed_and_in_the_APIs_order_by_the_APIs_names()
    {
        var item = (IDictionary<string, object?>)Assert.Single(await ReadValuesAsync("""
            { "bots": [ { "zeta": "2025-01-13 02:32:52", "Alpha": 5, "big": 9223372036854775808, "half": 1.5, "huge": 1e300,
              "yes": true, "none": null, "list": [1, "x"], "inner": { "b": 1, "a": 2 }, "empty": "" } ], "nextLink": "" }
            """));

        Assert.Equal(["zeta", "Alpha", "big", "half", "huge", "yes", "none", "list", "inner", "empty"], item.Keys);
        Assert.Equal(
            ["2025-01-13 02:32:52", 5L, 9223372036854775808m, 1.5m, 1e300, true, null],
            item.Values.Take(7));
        Assert.Equal(new object?[] { 1L, "x" }, item["list"]);
        Assert.Equal(["b", "a"], ((IDictionary<string, object?>)item["inner"]!).Keys);
        Assert.Equal("", item["empty"]);
    }

    [Fact]
    public async Task Lines_are_what_the_API_sent_without_white_space()
    {
        IReadOnlyList<object> lines = await ReadAsync(
            new RawLineQuery(Address),
            "{ \"bots\": [ { \"b\" : 1.50, \"a\": \"Zürich\\n\", \"b\": null }, // twice\n \"x\" ], \"nextLink\": \"\" }");

        Assert.Equal(
            ["""{"b":1.50,"a":"Zürich\n","b":null}""", "\"x\""], lines.Select(line => Encoding.UTF8.GetString((byte[])line)));
    }

    [Theory]
    [InlineData("{ \"bots\": [ 1 ],   \"nextLink\": \"\" }\n")]
    [InlineData("no JSON at all")]
    [InlineData("[ 1 ] and then no JSON")]
    [InlineData("")]
    public async Task Text_is_the_body_as_it_came(string body) =>
        Assert.Equal([body], await ReadAsync(new RawTextQuery(Address), body));

    [Theory]
    [InlineData("no JSON at all")]
    [InlineData("""{ "bots": [1], "nextLink": 5 }""")]
    public async Task What_is_no_answer_of_the_API_is_an_error(string body)
    {
        var exception = await Assert.ThrowsAsync<EnPowerApiException>(() => ReadValuesAsync(body));

        Assert.Equal(EnPowerErrorId.InvalidResponse, exception.ErrorId);
    }

    [Theory]
    [InlineData("""{ "bots": ["\ud800"], "nextLink": "" }""")]
    [InlineData("""{ "\ud800": ["\uFFFD"], "nextLink": "" }""")]
    public async Task Half_a_surrogate_pair_is_read_as_the_replacement_character_but_kept_in_text(string body)
    {
        Assert.Equal(["\uFFFD"], await ReadValuesAsync(body));
        Assert.Equal(
            ["\"\uFFFD\""],
            (await ReadAsync(new RawLineQuery(Address), body)).Select(line => Encoding.UTF8.GetString((byte[])line)));
        Assert.Equal([body], await ReadAsync(new RawTextQuery(Address), body));
    }

    [Fact]
    public async Task Names_that_differ_in_nothing_but_casing_are_both_kept()
    {
        var item = Assert.IsType<FieldDictionary>(
            Assert.Single(await ReadValuesAsync("""{ "bots": [{ "id": "a", "ID": "b" }] }""")));

        Assert.Equal(("a", "b"), (item["id"], item["ID"]));
    }

    [Theory]
    [InlineData("1e400", "1e400")]
    [InlineData("-1E999", "-1E999")]
    [InlineData("0.12345678901234567890123456789012345", "0.12345678901234567890123456789012345")]
    [InlineData("123456789012345678901234567890123456789", "123456789012345678901234567890123456789")]
    [InlineData("1e-30", 1e-30)]
    [InlineData("9223372036854775807", long.MaxValue)]
    public async Task A_number_is_of_the_type_that_holds_it_exactly_or_the_text_it_is_written_in(string json, object expected) =>
        Assert.Equal(expected, Assert.Single(await ReadValuesAsync($$"""{ "bots": [{{json}}] }""")));

    [Fact]
    public async Task Decimals_are_exact() =>
        Assert.Equal(
            [0.1m, 79228162514264337593543950335m],
            await ReadValuesAsync("""{ "bots": [0.1, 79228162514264337593543950335] }"""));

    [Fact]
    public async Task More_items_than_a_page_can_have_are_an_error()
    {
        var exception = await Assert.ThrowsAsync<EnPowerApiException>(
            () => ReadValuesAsync($$"""{ "bots": [{{string.Join(",", Enumerable.Repeat("1", 10_001))}}] }"""));

        Assert.Equal(EnPowerErrorId.InvalidResponse, exception.ErrorId);
        Assert.Contains("The list contains more than 10000 items.", exception.Message);
    }

    [Theory]
    [InlineData("https://evil.example/smp/powerplatform/bot?page=2", EnPowerErrorId.InvalidNextLink)]
    [InlineData("/smp/powerplatform/bot", EnPowerErrorId.RepeatedNextLink)]
    public async Task Links_are_followed_as_safely_as_for_any_list(string link, EnPowerErrorId expected)
    {
        fixture.Emulator.Faults.Clear();
        fixture.Emulator.Faults.Add(new Fault { Path = Path, NextLink = link });

        var exception = await Assert.ThrowsAsync<EnPowerApiException>(
            () => EmulatorFixture.ReadItemsAsync(fixture.CreateClient(), new RawTextQuery(Address)));

        Assert.Equal(expected, exception.ErrorId);
        fixture.Emulator.Faults.Clear();
    }

    [Fact]
    public async Task All_pages_are_read()
    {
        RequestAddress address = Address.With([("top", "1000")]);

        Assert.Equal(
            EmulatorFixture.Mailboxes,
            (await EmulatorFixture.ReadItemsAsync(fixture.CreateClient(), new RawValueQuery(address))).Count);
        Assert.Equal(
            EmulatorFixture.Mailboxes,
            (await EmulatorFixture.ReadItemsAsync(fixture.CreateClient(), new RawLineQuery(address))).Count);
        Assert.Equal(3, (await EmulatorFixture.ReadItemsAsync(fixture.CreateClient(), new RawTextQuery(address))).Count);
    }
}
