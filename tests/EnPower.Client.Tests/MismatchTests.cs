using System.Text;
using EnPower.Paging;

namespace EnPower;

/// <summary>Values of an undocumented type: the property is null, and the value is kept in AdditionalProperties.</summary>
public sealed class MismatchTests
{
    [Theory]
    [InlineData("\"many\"")]
    [InlineData("1.5")]
    [InlineData("\"12,50\"")]
    [InlineData("\"1,5\"")]
    [InlineData("\"5-\"")]
    [InlineData("\"+5\"")]
    [InlineData("\" 5\"")]
    [InlineData("\"1e3\"")]
    [InlineData("\"(5)\"")]
    [InlineData("\"٥\"")]
    [InlineData("1e-30")]
    [InlineData("0.99999999999999999999999999")]
    [InlineData("0.9999999999999999999999999999999999")]
    [InlineData("9223372036854775808")]
    [InlineData("1e19")]
    [InlineData("1e400")]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void What_is_no_whole_number_is_none(string json) => AssertKept("itemCount", json, mailbox => mailbox.ItemCount);

    [Theory]
    [InlineData("56", 56)]
    [InlineData("-5", -5)]
    [InlineData("56.0", 56)]
    [InlineData("5.6e1", 56)]
    [InlineData("5600e-2", 56)]
    [InlineData("0e999999999999", 0)]
    [InlineData("\"56\"", 56)]
    [InlineData("\"-5\"", -5)]
    [InlineData("\"007\"", 7)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("\"-9223372036854775808\"", long.MinValue)]
    public void A_whole_number_is_one_however_it_is_written(string json, long expected)
    {
        Mailbox mailbox = Read("itemCount", json, out ListPage page);

        Assert.Equal(expected, mailbox.ItemCount);
        Assert.Null(page.Mismatches);
    }

    [Theory]
    [InlineData("\"yesterday\"")]
    [InlineData("\"06:27\"")]
    [InlineData("\"02/03/2024\"")]
    [InlineData("\"3 Feb\"")]
    [InlineData("\"2024-02\"")]
    [InlineData("\"2024-2-9\"")]
    [InlineData("\"2024-02-30 00:00:00\"")]
    [InlineData("\"2024-13-01 00:00:00\"")]
    [InlineData("\"0000-01-01 00:00:00\"")]
    [InlineData("\"2024-02-29 24:00:00\"")]
    [InlineData("\"2024-02-29 06:60:00\"")]
    [InlineData("\"2024-02-29 06:27:60\"")]
    [InlineData("\"2024-02-29 06:27x18\"")]
    [InlineData("\"2024-02-29x06:27:18\"")]
    [InlineData("\"2024-02-29 06:27:1a\"")]
    [InlineData("\"2024-02-29 06:27:18.\"")]
    [InlineData("\"2024-02-29 06:27:18.12345678\"")]
    [InlineData("\"2024-02-29 06:27:18 \"")]
    [InlineData("\"2024-02-29 06:27:18 PM\"")]
    [InlineData("\"2024-02-29 06:27:18+15:00\"")]
    [InlineData("\"2024-02-29 06:27:18+2\"")]
    [InlineData("\"9999-12-31T23:59:59-01:00\"")]
    [InlineData("1709188038")]
    [InlineData("false")]
    [InlineData("[\"2024-02-29 06:27:18\"]")]
    public void What_is_no_date_is_none(string json) => AssertKept("createTime", json, mailbox => mailbox.CreateTime);

    [Theory]
    [InlineData("2024-02-29", "2024-02-29T00:00:00.0000000")]
    [InlineData("2024-02-29 06:27", "2024-02-29T06:27:00.0000000")]
    [InlineData("2024-02-29 06:27:18", "2024-02-29T06:27:18.0000000")]
    [InlineData("2024-02-29T06:27:18.1", "2024-02-29T06:27:18.1000000")]
    [InlineData("2024-02-29T06:27:18.1234567", "2024-02-29T06:27:18.1234567")]
    [InlineData("2024-02-29T06:27:18.123456700", "2024-02-29T06:27:18.1234567")]
    [InlineData("2024-02-29T06:27:18Z", "2024-02-29T06:27:18.0000000Z")]
    [InlineData("2024-02-29T06:27:18.5+02:30", "2024-02-29T03:57:18.5000000Z")]
    [InlineData("2024-02-29T06:27:18\\u002B0200", "2024-02-29T04:27:18.0000000Z")]
    [InlineData("2024-02-29T06:27-02", "2024-02-29T08:27:00.0000000Z")]
    [InlineData("9999-12-31 23:59:59", "9999-12-31T23:59:59.0000000")]
    public void A_date_is_read_to_the_digit(string json, string expected) =>
        Assert.Equal(expected, Read("createTime", $"\"{json}\"", out _).CreateTime!.Value.ToString("O"));

    [Theory]
    [InlineData("0001-01-01 00:00:00")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00+08:00")]
    [InlineData("0001-01-01T00:00:00-08:00")]
    [InlineData("0001-01-01")]
    public void Year_1_means_never_in_any_time_zone(string json)
    {
        Mailbox mailbox = Read("lastActivityDate", $"\"{json}\"", out ListPage page);

        Assert.Null(mailbox.LastActivityDate);
        Assert.Null(page.Mismatches);
    }

    [Theory]
    [InlineData("\"perhaps\"")]
    [InlineData("\" true\"")]
    [InlineData("2")]
    [InlineData("[true]")]
    public void What_is_no_boolean_is_none(string json) => AssertKept("isRegistered", json, mailbox => mailbox.IsRegistered);

    [Theory]
    [InlineData("[]")]
    [InlineData("{ \"a\": 1 }")]
    public void What_is_no_text_is_none(string json) => AssertKept("displayName", json, mailbox => mailbox.DisplayName);

    [Theory]
    [InlineData("5")]
    [InlineData("[]")]
    [InlineData("true")]
    public void What_is_no_object_is_none(string json) => AssertKept("primaryContact", json, mailbox => mailbox.PrimaryContact);

    [Fact]
    public void A_text_is_no_set_of_policies() =>
        AssertKept("mailboxPolicies", "\"Default\"", mailbox => mailbox.MailboxPolicies);

    [Fact]
    public void Of_a_list_the_objects_are_read_and_the_list_is_kept_as_it_came()
    {
        Mailbox mailbox = Read(
            "phaseAssignees", """[{ "displayName": "Ada" }, 5, { "displayName": "Grace" }]""", out ListPage page);

        Assert.Equal(["Ada", "Grace"], mailbox.PhaseAssignees.Select(user => user.DisplayName));
        Assert.Equal(5L, Assert.IsType<ItemList<object?>>(mailbox.AdditionalProperties["phaseAssignees"])[1]);
        Assert.Equal(1, page.Mismatches!["phaseAssignees"]);
    }

    [Fact]
    public void Of_a_list_of_lists_the_objects_beside_them_are_read()
    {
        Mailbox mailbox = Read("phaseAssignees", """[[{ "displayName": "Ada" }, []], { "displayName": "Grace" }]""", out _);

        Assert.Equal(["Grace"], mailbox.PhaseAssignees.Select(user => user.DisplayName));
        Assert.Equal(2, Assert.IsType<ItemList<object?>>(mailbox.AdditionalProperties["phaseAssignees"]).Count);
    }

    [Fact]
    public void A_field_of_an_object_in_another_field_is_named_with_both()
    {
        Mailbox mailbox = Read("metadata", """[{ "metadataType": 4294967300 }, { "metadataType": "many" }]""", out ListPage page);

        Assert.Null(mailbox.Metadata[0].MetadataType);
        Assert.Equal(4294967300L, mailbox.Metadata[0].AdditionalProperties["metadataType"]);
        Assert.Equal("many", mailbox.Metadata[1].AdditionalProperties["metadataType"]);
        Assert.Equal(new Dictionary<string, int> { ["metadata.metadataType"] = 1 }, page.Mismatches);
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void A_number_without_a_member_of_its_enumeration_is_kept_in_the_property(int number)
    {
        Mailbox mailbox = Read("metadata", $$"""[{ "metadataType": {{number}} }]""", out ListPage page);

        Assert.Equal((MetadataType)number, mailbox.Metadata[0].MetadataType);
        Assert.Null(page.Mismatches);
    }

    [Fact]
    public void Objects_are_counted_by_field()
    {
        ListPage page = Parse(
            """{ "mailboxes": [{ "itemCount": "x" }, { "itemCount": "y", "createTime": 1 }, { "itemCount": 1 }] }""");

        Assert.Equal(new Dictionary<string, int> { ["itemCount"] = 2, ["createTime"] = 1 }, page.Mismatches);
    }

    [Fact]
    public void All_other_fields_are_read()
    {
        var mailbox = (Mailbox)Parse(
            """{ "mailboxes": [{ "id": "1", "itemCount": [{}, [1]], "displayName": "Ada" }], "nextLink": "?a" }""").Items![0]!;

        Assert.Equal(("1", "Ada"), (mailbox.Id, mailbox.DisplayName));
    }

    [Theory]
    [InlineData("""{ "id": "a", "ID": "b" }""", "a", "ID", "b")]
    [InlineData("""{ "ID": "b", "id": "a" }""", "b", "id", "a")]
    public void Names_that_differ_in_nothing_but_casing_are_both_kept(string json, string id, string other, string kept)
    {
        var mailbox = (Mailbox)Parse($$"""{ "mailboxes": [{{json}}] }""").Items![0]!;

        Assert.Equal(id, mailbox.Id);
        Assert.Equal(kept, mailbox.AdditionalProperties[other]);
    }

    [Fact]
    public void Unknown_names_that_differ_in_nothing_but_casing_are_both_kept()
    {
        var mailbox = (Mailbox)Parse("""{ "mailboxes": [{ "score": 1, "SCORE": 2 }] }""").Items![0]!;

        Assert.Equal((1L, 2L), (mailbox.AdditionalProperties["score"], mailbox.AdditionalProperties["SCORE"]));
    }

    [Theory]
    [InlineData("\\ud83d", "\uFFFD")]
    [InlineData("a\\ud83db", "a\uFFFDb")]
    [InlineData("\\ude00\\ud83d", "\uFFFD\uFFFD")]
    [InlineData("\\ud83d\\ude00", "\ud83d\ude00")]
    [InlineData("\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9", "\"\\/\b\f\n\r\té")]
    public void Half_a_surrogate_pair_is_read_as_the_replacement_character(string json, string expected) =>
        Assert.Equal(expected, Read("displayName", $"\"{json}\"", out _).DisplayName);

    private static void AssertKept(string field, string json, Func<Mailbox, object?> property)
    {
        Mailbox mailbox = Read(field, json, out ListPage page);
        object? asUnknown = Read("unknown", json, out _).AdditionalProperties["unknown"];

        Assert.Null(property(mailbox));
        Assert.Equal(asUnknown, mailbox.AdditionalProperties[field]);
        Assert.Equal(new Dictionary<string, int> { [field] = 1 }, page.Mismatches);
    }

    private static Mailbox Read(string field, string json, out ListPage page)
    {
        page = Parse($$"""{ "mailboxes": [{ "id": "1", "{{field}}": {{json}}, "alias": "a" }] }""");
        var mailbox = (Mailbox)page.Items![0]!;
        Assert.Equal(("1", "a"), (mailbox.Id, mailbox.Alias));
        return mailbox;
    }

    private static ListPage Parse(string page) =>
        new ListQuery<Mailbox>().ParsePage(new ArraySegment<byte>(Encoding.UTF8.GetBytes(page)));
}
