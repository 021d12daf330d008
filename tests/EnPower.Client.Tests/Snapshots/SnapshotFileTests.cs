using System.Text;
using System.Text.Json;

namespace EnPower.Snapshots;

public sealed class SnapshotFileTests
{
    // The marker of the last block, a checksum and a length. Without them, the lines are complete, and some runtimes read them.
    private const int EndOfGzip = 10;

    private static readonly Mailbox Ada = new()
    {
        Id = "a",
        DisplayName = "Ada \"Zürich\" \\ \u0001 🚀 \u2028",
        Alias = string.Empty,
        HiddenFromAddressListsEnabled = false,
        CreateTime = new DateTime(2026, 6, 1, 10, 0, 0),
        ModifiedTime = new DateTime(2026, 6, 1, 10, 0, 0, DateTimeKind.Utc).AddTicks(1_500_000),
        ItemCount = -5,
        MailboxPolicies = new MailboxPolicies { SharingPolicy = "Open" },
        Metadata = new ItemList<CloudGovernanceMetadata>(
            [new CloudGovernanceMetadata { MetadataType = MetadataType.Choice, Value = 12.75m }]),
    };

    [Fact]
    public void A_line_has_the_fields_of_the_API_in_its_order_without_nulls() => Assert.Equal(
        """
        {"id":"a","displayName":"Ada \"Zürich\" \\ \u0001 🚀 LS","hiddenFromAddressListsEnabled":false,
        "createTime":"2026-06-01T10:00:00","modifiedTime":"2026-06-01T10:00:00.15Z","itemCount":-5,"alias":"",
        "mailboxPolicies":{"sharingPolicy":"Open"},"metadata":[{"metadataType":4,"value":12.75}]}
        """.ReplaceLineEndings(string.Empty).Replace("LS", "\u2028"),
        Snapshot.Of(Ada).Lines[1]);

    [Fact]
    public void A_local_time_is_written_as_UTC()
    {
        DateTime utc = new(2026, 6, 1, 10, 0, 0, DateTimeKind.Utc);

        Assert.Contains(
            "\"createTime\":\"2026-06-01T10:00:00Z\"", Snapshot.Of(new Mailbox { CreateTime = utc.ToLocalTime() }).Lines[1]);
    }

    [Fact]
    public void What_is_read_back_writes_the_same_bytes()
    {
        Snapshot snapshot = Snapshot.Of(Ada);

        Assert.Equal(snapshot.Lines, Snapshot.Of(snapshot.Read()).Lines);
    }

    [Fact]
    public void Values_that_no_property_holds_are_kept()
    {
        const string line =
            """{"id":"a","storageUsed":{"value":5},"sensitivityLabel":["Internal",null,{"level":3}],"metadata":[{"id":"1"},7]}""";
        string[] empty = [.. Snapshot.Of().Lines];
        Snapshot snapshot = Snapshot.OfLines([empty[0], line, empty[1].Replace("\"count\":0", "\"count\":1")]);

        ApiObject item = Assert.Single(snapshot.Read());
        string written = Snapshot.Of(item).Lines[1];

        Assert.True(
            JsonElement.DeepEquals(JsonDocument.Parse(line).RootElement, JsonDocument.Parse(written).RootElement), written);
    }

    [Fact]
    public void The_first_line_says_what_the_snapshot_is_of()
    {
        JsonElement header = JsonDocument
            .Parse(Snapshot.Of([Ada], Snapshot.Everything with { Tenants = ["contoso.com"] }).Lines[0])
            .RootElement.GetProperty("enPowerSnapshot");

        Assert.Equal(1, header.GetProperty("formatVersion").GetInt32());
        Assert.Equal("Mailbox", header.GetProperty("resource").GetString());
        Assert.Equal("contoso.com", header.GetProperty("scope").GetProperty("tenants")[0].GetString());
        Assert.Equal("2026-06-01T00:00:00Z", header.GetProperty("time").GetString());
        Assert.Equal("0.1.0", header.GetProperty("moduleVersion").GetString());
        Assert.Equal("id", header.GetProperty("fields")[0].GetString());
    }

    [Fact]
    public void The_last_line_says_how_many_objects_there_are_and_whether_these_are_all()
    {
        JsonElement whole = JsonDocument.Parse(Snapshot.Of(Ada).Lines[2]).RootElement.GetProperty("enPowerSnapshotEnd");
        JsonElement broken = JsonDocument.Parse(Snapshot.Of([Ada], Snapshot.Everything, reason: "It broke off.").Lines[2])
            .RootElement.GetProperty("enPowerSnapshotEnd");

        Assert.Equal((1, true), (whole.GetProperty("count").GetInt32(), whole.GetProperty("complete").GetBoolean()));
        Assert.Equal(
            (false, "It broke off."), (broken.GetProperty("complete").GetBoolean(), broken.GetProperty("reason").GetString()));
    }

    [Fact]
    public void The_last_line_has_each_tenant_once_by_domain_also_where_an_ID_is_missing()
    {
        JsonElement end = JsonDocument
            .Parse(Snapshot.Of(
                new Mailbox { Id = "a", TenantDomain = "b.com" },
                new Mailbox { Id = "b", TenantDomain = "a.com" },
                new Mailbox { Id = "c", TenantId = "1", TenantDomain = "c.com" },
                new Mailbox { Id = "d", TenantDomain = "b.com" }).Lines[^1])
            .RootElement.GetProperty("enPowerSnapshotEnd");

        Assert.Equal(
            ["a.com", "b.com", "c.com"],
            end.GetProperty("tenants").EnumerateArray().Select(tenant => tenant.GetProperty("tenantDomain").GetString()));
    }

    [Fact]
    public void A_file_that_was_cut_is_no_snapshot()
    {
        byte[] bytes = Snapshot.Of(
            Enumerable.Range(0, 50).Select(i => new Mailbox { Id = $"{i}", DisplayName = $"Mailbox {i * 7919}" })).Bytes;

        for (int length = 0; length < bytes.Length - EndOfGzip; length++)
        {
            AssertInvalid(new Snapshot(bytes[..length]));
        }
    }

    [Fact]
    public void A_byte_that_changed_is_found()
    {
        byte[] bytes = Snapshot.Of(
            Enumerable.Range(0, 50).Select(i => new Mailbox { Id = $"{i}", DisplayName = $"Mailbox {i * 7919}" })).Bytes;

        // The first ten bytes are a header, independent of the content.
        for (int i = 10; i < bytes.Length; i++)
        {
            byte[] damaged = [.. bytes];
            damaged[i] ^= 0x10;
            AssertInvalid(new Snapshot(damaged));
        }
    }

    [Theory]
    [InlineData("", "line 2")]
    [InlineData("{", "line 2")]
    [InlineData("[]", "line 2")]
    [InlineData("null", "line 2")]
    [InlineData("""{"id":"a"}{"id":"b"}""", "line 2")]
    [InlineData("""{"id":"a",}""", "line 2")]
    [InlineData("""{"enPowerSnapshotEnd":{"count":0}}""", "line 2")]
    public void A_damaged_line_is_named(string line, string place)
    {
        string[] lines = [.. Snapshot.Of(Ada).Lines];

        Assert.Contains(place, AssertInvalid(Snapshot.OfLines([lines[0], line, lines[2]])).Message);
    }

    [Fact]
    public void Lines_that_are_missing_or_too_many_are_found()
    {
        string[] lines = [.. Snapshot.Of(Ada, new Mailbox { Id = "b" }).Lines];

        AssertReason("line 3: The line states 2 objects, but the file has 1.", lines[0], lines[1], lines[3]);
        AssertReason("line 5: The file continues after the last line.", [.. lines, lines[2]]);
        AssertReason("line 4: The line is missing. The file is truncated.", lines[0], lines[1], lines[2]);
        AssertReason("line 1: The line is not the first line of a snapshot.", lines[1], lines[2], lines[3]);

        static void AssertReason(string reason, params string[] lines) =>
            Assert.Contains(reason, AssertInvalid(Snapshot.OfLines(lines)).Message);
    }

    [Fact]
    public void Gzip_of_nothing_is_no_snapshot() => Assert.Contains(
        "line 1: The line is missing.",
        AssertInvalid(new Snapshot(Convert.FromHexString("1F8B080000000000000303000000000000000000"))).Message);

    [Fact]
    public void What_is_no_gzip_is_no_snapshot() =>
        AssertInvalid(new Snapshot(Encoding.UTF8.GetBytes(string.Join('\n', Snapshot.Of(Ada).Lines) + "\n")));

    [Theory]
    [InlineData("\"formatVersion\":1", "\"formatVersion\":0")]
    [InlineData("\"filters\":{}", "\"filters\":{\"type\":5}")]
    public void A_first_line_that_no_version_wrote_is_damaged(string present, string damaged)
    {
        string[] lines = [.. Snapshot.Of(Ada).Lines];
        Snapshot snapshot = Snapshot.OfLines([lines[0].Replace(present, damaged), lines[1], lines[2]]);

        string reason = damaged.Contains("filters") ? "filters" : "Version 0 of the format";
        Assert.NotEqual(snapshot.Lines[0], lines[0]);
        Assert.Contains(reason, AssertInvalid(snapshot).Message);
    }

    [Fact]
    public void A_snapshot_of_a_later_version_is_refused_with_the_version_that_wrote_it()
    {
        string[] lines = [.. Snapshot.Of(Ada).Lines];
        string later = lines[0].Replace("\"formatVersion\":1", "\"formatVersion\":2");

        Assert.EndsWith("supports 1. EnPower 0.1.0 wrote it.", Refuse(later));
        Assert.EndsWith("supports 1.", Refuse(later.Replace("moduleVersion", "unknown")));

        string Refuse(string first) =>
            Assert.Throws<EnPowerException>(() => Snapshot.OfLines([first, lines[1], lines[2]]).Read()).Message;
    }

    [Fact]
    public void A_snapshot_that_was_read_has_no_further_object()
    {
        using var reader = new SnapshotReader(new MemoryStream(Snapshot.Of().Bytes), "snapshot", CancellationToken.None);

        Assert.False(reader.Read());
        Assert.False(reader.Read());
    }

    [Fact]
    public void A_line_may_be_longer_than_what_is_read_at_once()
    {
        var mailbox = new Mailbox { Id = "a", DisplayName = new string('x', 300_000) };

        var read = (Mailbox)Assert.Single(Snapshot.Of(mailbox).Read());

        Assert.Equal(mailbox.DisplayName, read.DisplayName);
    }

    [Fact]
    public void A_line_of_more_than_32_MB_is_refused()
    {
        var mailbox = new Mailbox { Id = "a", DisplayName = new string('x', 32 * 1024 * 1024) };

        EnPowerException exception = AssertInvalid(Snapshot.Of(mailbox));

        Assert.Contains("line 2", exception.Message);
        Assert.Contains("longer than 32 MB", exception.Message);
    }

    [Fact]
    public void A_value_that_is_no_value_of_JSON_is_written_as_its_JSON_text()
    {
        var mailbox = new Mailbox { Id = "a" };
        mailbox.Keep("since", new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.FromHours(2)));
        mailbox.Keep("ratio", 1e300);
        mailbox.Keep("link", new Uri("https://contoso.com/"));

        Assert.Equal(
            """{"id":"a","since":"2026-06-01T10:00:00Z","ratio":1E+300,"link":"https://contoso.com/"}""",
            Snapshot.Of(mailbox).Lines[1]);
    }

    [Theory]
    [InlineData("\"formatVersion\":1", "\"formatVersion\":2")]
    [InlineData("\"resource\":\"Mailbox\"", "\"resource\":\"Hologram\"")]
    public void A_snapshot_of_a_later_version_is_refused(string present, string later)
    {
        string[] lines = [.. Snapshot.Of(Ada).Lines];
        Snapshot snapshot = Snapshot.OfLines([lines[0].Replace(present, later), lines[1], lines[2]]);

        Assert.Equal(EnPowerErrorId.SnapshotVersionNotSupported, Assert.Throws<EnPowerException>(() => snapshot.Read()).ErrorId);
    }

    public static TheoryData<string> Resources => [.. ResourceModel.Resources.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Resources))]
    public void Every_resource_is_read_back_as_it_was(string resource)
    {
        ResourceModel model = ResourceModel.Find(resource)!;
        ApiObject item = model.Read(Encoding.UTF8.GetBytes(SampleOf(model)));
        Snapshot snapshot = Snapshot.Of(item);

        Assert.Equal(model.Type, Assert.Single(snapshot.Read()).GetType());
        Assert.Equal(snapshot.Lines, Snapshot.Of(snapshot.Read()).Lines);
        Assert.All(model.Properties, property => Assert.Contains($"\"{property.Field}\":", snapshot.Lines[1]));
        Assert.Empty(snapshot.Compare(Snapshot.Of(snapshot.Read())));
    }

    private static string SampleOf(ResourceModel model) =>
        (string)typeof(Json.ItemReader<>).MakeGenericType(model.Type).GetProperty("Sample")!
            .GetValue(typeof(Json.ItemReader<>).MakeGenericType(model.Type).GetProperty("Instance")!.GetValue(null))!;

    private static EnPowerException AssertInvalid(Snapshot snapshot)
    {
        var exception = Assert.Throws<EnPowerException>(() => snapshot.Read());
        Assert.Equal(EnPowerErrorId.InvalidSnapshot, exception.ErrorId);
        return exception;
    }
}
