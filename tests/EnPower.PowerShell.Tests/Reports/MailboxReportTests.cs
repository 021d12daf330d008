using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using EnPower.Reports;

namespace EnPower;

/// <summary>What a report counts, and where it draws lines.</summary>
public sealed partial class MailboxReportTests
{
    private static readonly DateTime Now = new(2026, 11, 25, 12, 0, 0, DateTimeKind.Utc);

    private static readonly ReportOptions Options = new() { Now = Now, Culture = CultureInfo.GetCultureInfo("en-US") };

    [Fact]
    public void Tiles_count_what_they_say()
    {
        string page = PageOf(
            new Mailbox
            {
                RecipientType = "User mailbox", StorageUsed = 1024 * 1024, LitigationHoldEnabled = true,
                EmailForwardingEnabled = true, ExternalEmailForwardingEnabled = true,
            },
            new Mailbox { RecipientType = "Shared mailbox", StorageUsed = 1024 * 512, EmailForwardingEnabled = true },
            new Mailbox { RecipientType = "Shared mailbox" });

        Assert.Equal("3", Tile(page, "Mailboxes"));
        Assert.Equal("2", Tile(page, "Shared"));
        Assert.Equal("1.50\u00a0TB", Tile(page, "Stored"));
        Assert.Equal("1", Tile(page, "Forward outside"));
        Assert.Equal("0", Tile(page, "Over warning quota"));
        Assert.Equal("0", Tile(page, "Inactive"));
        Assert.Equal("1", Tile(page, "On litigation hold"));
        Assert.Equal("0", Tile(page, "Renewals overdue"));
    }

    [Fact]
    public void Settings_count_the_mailboxes_that_have_them()
    {
        string page = PageOf(
            new Mailbox { HiddenFromAddressListsEnabled = true },
            new Mailbox { HiddenFromAddressListsEnabled = true },
            new Mailbox { HiddenFromAddressListsEnabled = false },
            new Mailbox());

        string hidden = Numbers(page, "Settings").Single(row => row.Label == "Hidden from address lists").Value;
        Assert.Equal("2 · 50.0\u00a0%", WebUtility.HtmlDecode(hidden));
    }

    [Theory]
    [InlineData(512, "512\u00a0MB")]
    [InlineData(1536, "1.5\u00a0GB")]
    [InlineData(1536 * 1024, "1.50\u00a0TB")]
    public void A_size_has_the_largest_unit_that_it_reaches(int megabytes, string expected) =>
        Assert.Equal(expected, Tile(PageOf(new Mailbox { StorageUsed = megabytes }), "Stored"));

    [Fact]
    public void A_report_has_a_title_limits_and_a_table_by_default()
    {
        var options = new ReportOptions();

        Assert.Equal("EnPower mailbox report", options.Title);
        Assert.Equal((180, 90), (options.InactiveDays, options.QuotaPercent));
        Assert.Equal((true, false), (options.HasMailboxTable, options.IsIncomplete));
    }

    [Theory]
    [InlineData(99, 100, 100, 0, 1)]
    [InlineData(100, 100, 110, 1, 0)]
    [InlineData(101, 100, 110, 1, 0)]
    [InlineData(90, null, 100, 0, 1)]
    [InlineData(89, null, 100, 0, 0)]
    [InlineData(90, 0, 0, 0, 0)]
    [InlineData(null, 100, 100, 0, 0)]
    public void A_mailbox_is_over_its_warning_quota_or_near_its_quota_or_neither(
        int? used,
        int? warning,
        int? quota,
        int over,
        int near)
    {
        string page = PageOf(new Mailbox { StorageUsed = used, IssueWarningQuota = warning, ProhibitSendReceiveQuota = quota });

        Assert.Equal(over, Finding(page, "Over warning quota"));
        Assert.Equal(near, Finding(page, "Near quota"));
    }

    [Theory]
    [InlineData("User mailbox", 180.0, 1, 0)]
    [InlineData("User mailbox", 179.9, 0, 0)]
    [InlineData("Shared mailbox", 181.0, 0, 1)]
    [InlineData("Room mailbox", 500.0, 0, 0)]
    [InlineData("User mailbox", null, 0, 0)]
    public void A_mailbox_is_inactive_from_a_known_day_on(string type, double? days, int user, int shared)
    {
        string page = PageOf(
            new Mailbox { RecipientType = type, LastActivityDate = days is { } known ? Now.AddDays(-known) : null });

        Assert.Equal(user, Finding(page, "Inactive user"));
        Assert.Equal(shared, Finding(page, "Inactive shared"));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    public void A_renewal_is_overdue_once_its_instant_has_passed(int seconds, int expected) => Assert.Equal(
        expected, Finding(PageOf(new Mailbox { RenewalDueDate = Now.AddSeconds(seconds) }), "Renewal overdue"));

    [Fact]
    public void A_contact_is_missing_only_where_Cloud_Governance_looks_after_the_mailbox()
    {
        string page = PageOf(
            new Mailbox { IsRegistered = true },
            new Mailbox { IsRegistered = true, PrimaryContact = new User { Email = "ada@contoso.com" } },
            new Mailbox { IsRegistered = false },
            new Mailbox());

        Assert.Equal(1, Finding(page, "No primary contact"));
    }

    [Fact]
    public void Those_that_forward_outside_and_are_hidden_come_first_and_are_a_finding_of_their_own()
    {
        string page = PageOf(
            new Mailbox { DisplayName = "Seen", ExternalEmailForwardingEnabled = true, HiddenFromAddressListsEnabled = false },
            new Mailbox { DisplayName = "Hidden", ExternalEmailForwardingEnabled = true, HiddenFromAddressListsEnabled = true },
            new Mailbox { DisplayName = "Only hidden", HiddenFromAddressListsEnabled = true });

        Assert.Equal(2, Finding(page, "Forwards outside"));
        Assert.Equal(1, Finding(page, "Forwards outside and hidden"));
        Assert.True(
            page.IndexOf(">Hidden</bdi>", StringComparison.Ordinal) < page.IndexOf(">Seen</bdi>", StringComparison.Ordinal));
        Assert.DoesNotContain(">Only hidden<", page);
    }

    [Fact]
    public void A_finding_shows_the_ten_that_matter_most()
    {
        string page = PageOf([.. Enumerable.Range(1, 25).Select(number => new Mailbox
        {
            DisplayName = $"Mailbox {number}.", RecipientType = "Shared mailbox", LastActivityDate = Now.AddDays(-200 - number),
        })]);

        Assert.Equal(25, Finding(page, "Inactive shared"));
        Assert.Equal(
            Enumerable.Range(16, 10).Reverse().Select(number => $"Mailbox {number}."),
            Regex.Matches(page, "Mailbox \\d+\\.").Select(match => match.Value));
        Assert.Contains("10 of 25 are shown.", page);
    }

    [Fact]
    public void A_chart_has_the_ten_largest_and_the_rest()
    {
        string page = PageOf([.. Enumerable.Range(1, 15).Select(number => new Mailbox
        {
            TenantDomain = $"t{number}.example", RecipientType = "User mailbox", StorageUsed = number,
        })]);

        string[] labels = [.. Labels(page, "Storage by tenant and type")];
        Assert.Equal("t15.example", labels[0]);
        Assert.Equal("t6.example", labels[9]);
        Assert.Equal(["The other 5"], labels[10..]);
        Assert.Contains("<bdi>The other 5</bdi></th><td class=\"number\">15&#160;MB</td>", page);
    }

    [Theory]
    [InlineData("a-domain-with-exactly-34-chars.com", "a-domain-with-exactly-34-chars.com")]
    [InlineData("a-domain-with-more-than-34-chars.com", "a-domain-with-more-than-34-chars.…")]
    [InlineData("a-domain-with-more-than-34-chars😀com", "a-domain-with-more-than-34-chars…")]
    public void A_long_label_is_shortened_to_34_characters_and_splits_none(string domain, string label)
    {
        string page = PageOf(new Mailbox { TenantDomain = domain, RecipientType = "User mailbox", StorageUsed = 1 });

        Assert.Contains($">{label}</text>", WebUtility.HtmlDecode(Figure(page, "Storage by tenant and type")));
    }

    [Fact]
    public void What_the_API_did_not_give_is_named_as_that()
    {
        string page = PageOf(
            new Mailbox { DisplayName = "Ada", ExternalEmailForwardingEnabled = true }, new Mailbox { IsRegistered = true });

        Assert.Contains("not given", page);
        Assert.Contains("<bdi>No phase</bdi>", page);
    }

    [Fact]
    public void The_fullest_mailboxes_come_first()
    {
        string page = PageOf(Near(92), Near(98), Near(95), Over(50), Over(52), Over(51));

        Assert.Equal(
            ["Over 52.", "Over 51.", "Over 50.", "Near 98.", "Near 95.", "Near 92."],
            Regex.Matches(page, "(Near|Over) \\d+\\.").Select(match => match.Value));

        static Mailbox Near(int used) => new()
        {
            DisplayName = $"Near {used}.", StorageUsed = used, ProhibitSendReceiveQuota = 100,
        };

        static Mailbox Over(int used) => new()
        {
            DisplayName = $"Over {used}.", StorageUsed = used, IssueWarningQuota = 50, ProhibitSendReceiveQuota = 100,
        };
    }

    [Fact]
    public void Renewals_are_late_or_due_in_a_month()
    {
        string page = PageOf(
            new Mailbox { RenewalDueDate = Now.AddDays(-100) },
            new Mailbox { RenewalDueDate = Now.AddDays(-31) },
            new Mailbox { RenewalDueDate = Now.AddDays(-29) },
            new Mailbox { RenewalDueDate = Now.AddDays(1) },
            new Mailbox { RenewalDueDate = new DateTime(2027, 1, 31) },
            new Mailbox { RenewalDueDate = new DateTime(2027, 11, 1) });

        Assert.Equal(
            [
                ("Late by 90 days or more", "1"), ("Late by 30 to 89 days", "1"), ("Late by less than 30 days", "1"),
                ("November 2026", "1"), ("January 2027", "1"), ("Later", "1"),
            ],
            Numbers(page, "Renewals, late and by month").Where(number => number.Value != "0"));
    }

    [Fact]
    public void The_table_has_each_mailbox_by_name_with_numbers_of_sorted_texts()
    {
        string page = PageOf(
            new Mailbox { DisplayName = "b", StorageUsed = 2048 },
            new Mailbox { DisplayName = "a", StorageUsed = 1024 },
            new Mailbox { DisplayName = "C" });

        using BinaryReader reader = Unpack(page);
        Assert.Equal(3, reader.ReadInt32());
        Assert.Equal(["", "a", "b", "C"], Encoding.UTF8.GetString(reader.ReadBytes(reader.ReadInt32())).Split('\n'));
        Assert.Equal(1, reader.ReadByte());
        Assert.Equal([1, 2, 3], reader.ReadBytes(3));
    }

    [Fact]
    public void The_page_says_what_a_table_of_too_many_leaves_out()
    {
        var report = new MailboxReport(Options);
        for (int index = 0; index <= MailboxTable.Limit; index++)
        {
            report.Add(new Mailbox { DisplayName = "x" });
        }

        string page = Write(report);

        Assert.Contains("The table holds the first 250,000 of 250,001 mailboxes", page);
        Assert.Equal("250,001", Tile(page, "Mailboxes"));
        using BinaryReader reader = Unpack(page);
        Assert.Equal(MailboxTable.Limit, reader.ReadInt32());
    }

    [Fact]
    public void Nothing_in_the_page_is_to_be_had_from_elsewhere()
    {
        string page = PageOf(new Mailbox { DisplayName = "x" });

        Assert.DoesNotContain("http:", page);
        Assert.DoesNotContain("https:", page);
        Assert.DoesNotContain("src=", page);
        Assert.DoesNotContain("@import", page);
        Assert.DoesNotContain(" style=", page);
        Assert.DoesNotMatch(" on[a-z]+=", page);
        Assert.Contains("default-src &#39;none&#39;", page);
    }

    private static string PageOf(params Mailbox[] mailboxes)
    {
        var report = new MailboxReport(Options);
        foreach (Mailbox mailbox in mailboxes)
        {
            report.Add(mailbox);
        }

        return Write(report);
    }

    private static string Write(MailboxReport report)
    {
        using var stream = new MemoryStream();
        report.WriteTo(stream, () => { });
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Tile(string page, string name) =>
        WebUtility.HtmlDecode(Regex.Match(page, $"<dt>{Regex.Escape(name)}</dt><dd>(.*?)</dd>").Groups[1].Value);

    private static int Finding(string page, string name) =>
        int.Parse(Regex.Match(page, $"<h3>{Regex.Escape(name)}: (\\d+)</h3>").Groups[1].Value, CultureInfo.InvariantCulture);

    private static string Figure(string page, string title) =>
        Regex.Match(page, $"(?s)<h3>{Regex.Escape(title)}</h3>.*?</figure>").Value;

    private static IEnumerable<string> Labels(string page, string title) => Numbers(page, title).Select(number => number.Label);

    private static IEnumerable<(string Label, string Value)> Numbers(string page, string title) =>
        Row().Matches(Figure(page, title)).Select(match => (match.Groups[1].Value, match.Groups[2].Value));

    private static BinaryReader Unpack(string page) => new(new GZipStream(
        new MemoryStream(Convert.FromBase64String(Regex.Match(page, "id=\"data\">([^<]*)<").Groups[1].Value)),
        CompressionMode.Decompress));

    [GeneratedRegex("<th scope=\"row\"><bdi>([^<]*)</bdi></th><td class=\"number\">([^<]*)</td>")]
    private static partial Regex Row();
}
