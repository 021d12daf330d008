using System.Globalization;
using System.Text;
using EnPower.Paging;

namespace EnPower;

/// <summary>Numbers that are computed from units of the API or parsed from formatted text.</summary>
public sealed class NumberTests
{
    private static T Read<T>(string list, string field, string json)
        where T : ApiObject, new() =>
        (T)new ListQuery<T>().ParsePage(new ArraySegment<byte>(Encoding.UTF8.GetBytes(
            $$"""{ "{{list}}": [{ "{{field}}": {{json}} }] }"""))).Items![0]!;

    [Theory]
    [InlineData("51200", 53687091200)]
    [InlineData("0", 0L)]
    [InlineData("null", null)]
    [InlineData("-1", null)]
    [InlineData("9223372036854775807", null)]
    public void Megabytes_have_their_bytes_beside_them(string json, long? bytes)
    {
        Mailbox mailbox = Read<Mailbox>("mailboxes", "storageUsed", json);

        Assert.Equal(bytes, mailbox.StorageUsedBytes);
    }

    [Theory]
    [InlineData("890.20 MB", 933442355L)]
    [InlineData("0 MB", 0L)]
    [InlineData("1.35 GB", 1449551462L)]
    [InlineData("1,024.5 KB", 1049088L)]
    [InlineData("512 B", 512L)]
    [InlineData("12 bytes", 12L)]
    [InlineData("2TB", 2199023255552)]
    [InlineData("", null)]
    [InlineData("12,50 MB", null)]
    [InlineData("many", null)]
    [InlineData("5", null)]
    public void A_size_for_people_has_its_bytes_beside_it(string text, long? bytes) =>
        Assert.Equal(bytes, Read<PowerPlatformEnvironment>("environments", "totalUsage", $"\"{text}\"").TotalUsageBytes);

    [Theory]
    [InlineData("100%", 100.0)]
    [InlineData("0%", 0.0)]
    [InlineData("42.5 %", 42.5)]
    [InlineData("N/A", null)]
    [InlineData("42", null)]
    public void A_percentage_for_people_has_its_number_beside_it(string text, double? percent) =>
        Assert.Equal(
            percent,
            Read<PowerPlatformEnvironment>("environments", "usageOfDatabasePercentage", $"\"{text}\"").UsageOfDatabasePercent);

    [Fact]
    public void Texts_for_people_are_read_alike_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Assert.Equal(
                933442355, Read<PowerPlatformEnvironment>("environments", "totalUsage", "\"890.20 MB\"").TotalUsageBytes);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
