using System.Globalization;
using System.Text;
using System.Text.Json;
using EnPower.Paging;

namespace EnPower;

/// <summary>The texts of lists, metadata and undocumented fields in a row of CSV or HTML.</summary>
public sealed class RowTextTests
{
    private static T Read<T>(string list, string json)
        where T : ApiObject, new() =>
        (T)new ListQuery<T>()
            .ParsePage(new ArraySegment<byte>(Encoding.UTF8.GetBytes($$"""{ "{{list}}": [{{json}}] }"""))).Items![0]!;

    private static Mailbox Read(string json) => Read<Mailbox>("mailboxes", json);

    [Fact]
    public void A_list_is_the_texts_of_its_items()
    {
        Mailbox mailbox = Read("""{ "phaseAssignees": [{ "email": "ada@contoso.com" }, { "displayName": "Grace" }] }""");

        Assert.Equal("ada@contoso.com; Grace", mailbox.PhaseAssignees.ToString());
    }

    [Fact]
    public void A_list_of_texts_is_its_texts()
    {
        ResourceMailbox mailbox = Read<ResourceMailbox>("resourceMailboxes", """{ "businessPhones": "[\"1\",\"2\"]" }""");

        Assert.Equal("1; 2", mailbox.BusinessPhones.ToString());
    }

    [Theory]
    [InlineData("\"Sales\"", "Department=Sales")]
    [InlineData("true", "Department=True")]
    [InlineData("""["a", "b"]""", "Department=a; b")]
    [InlineData("""{ "key": "a" }""", """Department={"key":"a"}""")]
    [InlineData("null", "Department=")]
    public void Metadata_is_name_and_value(string value, string text) =>
        Assert.Equal(text, Read($$"""{ "metadata": [{ "name": "Department", "value": {{value}} }] }""").Metadata.ToString());

    [Fact]
    public void Nothing_is_an_empty_text()
    {
        Mailbox mailbox = Read("""{ "id": "1" }""");

        Assert.Equal(
            ("", "", ""),
            (mailbox.PhaseAssignees.ToString(), mailbox.Metadata.ToString(), mailbox.AdditionalProperties.ToString()));
    }

    [Theory]
    [InlineData("""{"a":"b"}""")]
    [InlineData("""{"quote":"\" and \\","lines":"a\nb","smile":"😀"}""")]
    [InlineData("""{"list":[1,-0.25,1e-30,true,null,"x"],"inner":{"list":[]}}""")]
    public void Unknown_fields_are_the_JSON_that_they_came_as(string json)
    {
        string? text = Read(json).AdditionalProperties.ToString();

        using JsonDocument expected = JsonDocument.Parse(json);
        using JsonDocument actual = JsonDocument.Parse(text!);
        Assert.True(JsonElement.DeepEquals(expected.RootElement, actual.RootElement), text);
    }

    [Theory]
    [InlineData("\\u001b[2J")]
    [InlineData("\\u009b2J")]
    [InlineData("\\u202e")]
    public void No_text_can_repaint_a_terminal(string escape)
    {
        Mailbox mailbox = Read($$"""
            { "phaseAssignees": [{ "displayName": "{{escape}}" }], "metadata": [{ "name": "a", "value": "{{escape}}" }], "x": "{{escape}}" }
            """);

        foreach (object shown in new object[]
        {
            mailbox.PhaseAssignees, mailbox.Metadata, mailbox.Metadata[0], mailbox.AdditionalProperties,
        })
        {
            Assert.DoesNotContain(shown.ToString()!, ControlCharacters.Include);
        }
    }

    [Fact]
    public void An_activity_is_what_was_done_and_by_whom()
    {
        var activity = new PowerAppActivity { ActivityType = "LaunchPowerApp", UserId = "ada@contoso.com" };
        var ofPowerBI = new PowerBIActivity { Operation = "ViewReport", UserPrincipalName = "ada@contoso.com" };

        Assert.Equal("LaunchPowerApp, ada@contoso.com", activity.ToString());
        Assert.Equal("ViewReport, ada@contoso.com", ofPowerBI.ToString());
        Assert.Equal("ViewReport", new PowerBIActivity { Operation = "ViewReport" }.ToString());
    }

    [Fact]
    public void A_data_source_of_Power_BI_is_its_type_and_identifier_or_number()
    {
        Assert.Equal("Sql d-1", new PowerBIDataSource { DatasourceType = "Sql", DatasourceId = "d-1" }.ToString());
        Assert.Equal("Sql: 3", new PowerBIDataSourceCount { DatasourceType = "Sql", Count = 3 }.ToString());
        Assert.Equal("Sql: 3", new PowerBISemanticModelCount { DatasourceType = "Sql", Count = 3 }.ToString());
    }

    [Fact]
    public void A_change_is_the_object_and_what_changed()
    {
        var change = new Change
        {
            ChangeType = ChangeType.Changed,
            Resource = "Mailbox",
            Key = "k",
            DisplayName = "Ada",
            Property = "Status",
            NewValue = 2,
        };

        Assert.Equal("Changed Mailbox Ada: Status (none) → 2", change.ToString());
        (change.OldValue, change.NewValue, change.DisplayName) = (1, null, null);
        Assert.Equal("Changed Mailbox k: Status 1 → (none)", change.ToString());
    }

    [Fact]
    public void An_added_object_is_named()
    {
        var change = new Change { ChangeType = ChangeType.Added, Resource = "Mailbox", Key = "k", DisplayName = "Ada" };

        Assert.Equal("Added Mailbox Ada", change.ToString());
        change.DisplayName = null;
        Assert.Equal("Added Mailbox k", change.ToString());
    }

    [Fact]
    public void A_value_that_JSON_has_no_form_for_is_its_text() =>
        Assert.Equal("\"https://contoso.com/\"", PlainJson.Write(new Uri("https://contoso.com/")));

    [Fact]
    public void Numbers_in_JSON_are_those_of_JSON_in_any_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Assert.Equal("""{"ratio":0.25}""", Read("""{ "ratio": 0.25 }""").AdditionalProperties.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
