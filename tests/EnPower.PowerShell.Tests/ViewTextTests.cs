using System.Globalization;
using EnPower.Output;
using Microsoft.CSharp.RuntimeBinder;

namespace EnPower;

/// <summary>What views show of a property.</summary>
public sealed class ViewTextTests : IDisposable
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;

    public ViewTextTests() => CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");

    public void Dispose() => CultureInfo.CurrentCulture = _culture;

    [Theory]
    [InlineData(0L, "0 B")]
    [InlineData(1023L, "1.023 B")]
    [InlineData(1024L, "1,0 KB")]
    [InlineData(1536L, "1,5 KB")]
    [InlineData(1024L * 1024, "1,0 MB")]
    [InlineData(5L * 1024 * 1024 * 1024, "5,0 GB")]
    [InlineData(2L * 1024 * 1024 * 1024 * 1024, "2,0 TB")]
    [InlineData(1024L * 1024 * 1024 * 1024 * 1024, "1,0 PB")]
    [InlineData(long.MaxValue, "8.192,0 PB")]
    public void A_number_of_bytes_has_the_largest_unit_that_it_fills(long bytes, string expected) =>
        Assert.Equal(expected, Text("StorageUsedBytes", bytes));

    [Theory]
    [InlineData(1234567L, "1.234.567")]
    [InlineData(1234, "1.234")]
    [InlineData(1234.56, "1.234,6")]
    public void Another_number_is_in_the_culture_of_the_session(object number, string expected) =>
        Assert.Equal(expected, Text("ItemCount", number));

    [Theory]
    [InlineData("CreationTime", "2026-11-25 21:05")]
    [InlineData("LastActivityDate", "2026-11-25")]
    [InlineData("LastLaunchedOn", "2026-11-25")]
    public void A_date_has_a_time_where_its_property_is_named_after_one(string property, string expected) =>
        Assert.Equal(expected, Text(property, new DateTime(2026, 11, 25, 21, 5, 59, DateTimeKind.Utc)));

    [Fact]
    public void A_list_is_its_items_with_semicolons() =>
        Assert.Equal("Ada; 1.024; 2026-11-25", Text("Values", new object[] { "Ada", 1024, new DateTime(2026, 11, 25) }));

    [Fact]
    public void A_property_that_is_missing_or_empty_shows_nothing()
    {
        Assert.Null(Text("Missing", value: null));
        Assert.Null(Show(new PSObject(), "Missing", isFinding: true));
        Assert.Equal(string.Empty, Text("Name", string.Empty, isFinding: true));
    }

    [Fact]
    public void No_text_repaints_the_terminal()
    {
        foreach (object value in new object[] { "\u001b[2J", new[] { "\u001b[2J" }, Nested("\u001b[2J") })
        {
            Assert.DoesNotContain('\u001b', Text("Name", value)!);
        }
    }

    [Fact]
    public void A_nested_object_is_its_display_name() => Assert.Equal("Ada", Text("PrimaryContact", Nested("Ada")));

    [Fact]
    public void A_value_that_needs_attention_stands_in_the_colour_of_warnings()
    {
        string text = Text("Phase", "Overdue", isFinding: true)!;

        Assert.Equal($"{PSStyle.Instance.Formatting.Warning}Overdue\u001b[0m", text);
        Assert.Equal("Overdue", Text("Phase", "Overdue", isFinding: false));
    }

    [Fact]
    public void A_value_of_another_type_is_its_text()
    {
        Assert.Equal("1.2", Text("Version", new Version(1, 2)));
        Assert.Equal(string.Empty, Text("Version", new NoText()));
    }

    [Fact]
    public void Without_a_finding_a_text_has_no_colour()
    {
        var item = new PSObject();
        item.Properties.Add(new PSNoteProperty("Phase", "Overdue"));

        Assert.Equal("Overdue", Show(ViewText.Of[item], "Phase"));
    }

    private static PSObject Nested(string displayName)
    {
        var nested = new PSObject();
        nested.Properties.Add(new PSNoteProperty("DisplayName", displayName));
        return nested;
    }

    private static string? Text(string property, object? value, bool isFinding = false)
    {
        var item = new PSObject();
        item.Properties.Add(new PSNoteProperty(property, value));
        return Show(item, property, isFinding);
    }

    // As a script block of a view asks for it.
    private static string? Show(PSObject item, string property, bool isFinding) =>
        Show(ViewText.Of[item, isFinding], property);

    private static string? Show(ViewText texts, string property)
    {
        var binder = Binder.GetMember(
            CSharpBinderFlags.None,
            property,
            typeof(ViewTextTests),
            [CSharpArgumentInfo.Create(CSharpArgumentInfoFlags.None, null)]);
        Assert.True(texts.TryGetMember((System.Dynamic.GetMemberBinder)binder, out object? text));
        return (string?)text;
    }

    private sealed class NoText
    {
        public override string ToString() => null!;
    }
}
