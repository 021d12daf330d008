using System.Globalization;
using EnPower.Reports;

namespace EnPower;

public sealed class ReportFormatTests
{
    private static readonly ReportFormat Format = new(CultureInfo.GetCultureInfo("en-US"));

    public static TheoryData<object?, string> Values => new()
    {
        { null, "" },
        { true, "Yes" },
        { false, "No" },
        { "Ada", "Ada" },
        { 1234L, "1,234" },
        { new DateTime(2026, 6, 1, 13, 30, 0), "6/1/2026 1:30 PM" },
        { new object?[] { "Ada", null, 5L }, "Ada, , 5" },
        { new Version(1, 2), "1.2" },
        { new NoText(), "" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_is_as_a_reader_expects_it(object? value, string expected) =>
        Assert.Equal(expected, Format.Value(value).Replace('\u202f', ' '));

    [Fact]
    public void A_share_of_nothing_is_empty()
    {
        Assert.Equal("25.0\u00a0%", Format.Share(1, 4));
        Assert.Equal(string.Empty, Format.Share(0, 0));
    }

    public sealed class NoText
    {
        public override string ToString() => null!;
    }
}
