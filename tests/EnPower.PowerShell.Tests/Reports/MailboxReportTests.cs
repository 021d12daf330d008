using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using EnPower.Reports;
using static EnPower.ReportPage;

namespace EnPower;

/// <summary>What a report counts, and where it draws lines.</summary>
public sealed partial class MailboxReportTests
{
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
    public void A_chart_without_values_is_a_sentence() => Assert.Contains(
        "<p class=\"empty\">No mailbox forwards outside.</p></figure>", PageOf(new Mailbox { Name = "one" }));

    [Fact]
    public void Settings_count_the_mailboxes_that_have_them()
    {
        string page = PageOf(
            new Mailbox { HiddenFromAddressListsEnabled = true },
            new Mailbox { HiddenFromAddressListsEnabled = true },
            new Mailbox { HiddenFromAddressListsEnabled = false, ArchiveStatus = "Active", LitigationHoldEnabled = true },
            new Mailbox { ArchiveStatus = "None", AutoReplyEnabled = true, LitigationHoldEnabled = true });

        Assert.Equal(
            [
                ("On litigation hold", "2 · 50.0\u00a0%"), ("Archive active", "1 · 25.0\u00a0%"),
                ("Hidden from address lists", "2 · 50.0\u00a0%"), ("Automatic replies on", "1 · 25.0\u00a0%"),
            ],
            Numbers(page, "Settings").Select(row => (row.Label, WebUtility.HtmlDecode(row.Value))));
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

    [Fact]
    public void Last_activity_is_counted_in_steps_of_which_those_of_inactive_mailboxes_are_marked()
    {
        double[] days = [0, 29.9, 30, 89.9, 90, 179.9, 180, 364.9, 365, 729.9, 730, 2000];
        string page = PageOf([
            .. days.Select(ago => new Mailbox { LastActivityDate = Now.AddDays(-ago) }),
            new Mailbox(), new Mailbox(), new Mailbox(),
        ]);

        Assert.Equal(
            [
                ("0 to 29 days ago", "2"), ("30 to 89 days ago", "2"), ("90 to 179 days ago", "2"), ("180 to 364 days ago", "2"),
                ("365 to 729 days ago", "2"), ("730 days ago or more", "2"), ("Unknown", "3"),
            ],
            Numbers(page, "Last activity"));
        Assert.Equal(
            ["180 to 364 days ago", "365 to 729 days ago", "730 days ago or more"], Marked(page, "Last activity"));
    }

    [Fact]
    public void Used_quotas_are_counted_from_a_half_on_and_marked_where_they_are_nearly_full()
    {
        int?[] used = [49, 50, 59, 60, 69, 70, 79, 80, 89, 90, 99, 100, 120, null, null];
        string page = PageOf([
            .. used.Select(size => new Mailbox { StorageUsed = size, ProhibitSendReceiveQuota = 100 }),
        ]);

        Assert.Equal(
            [
                ("50 to less than 60 %", "2"), ("60 to less than 70 %", "2"), ("70 to less than 80 %", "2"),
                ("80 to less than 90 %", "2"), ("90 to less than 100 %", "2"), ("100 % or more", "2"),
            ],
            Numbers(page, "Quota used, from 50 %"));
        Assert.Equal(["90 to less than 100 %", "100 % or more"], Marked(page, "Quota used, from 50 %"));
        Assert.Contains(
            "Highlighted from 90 %. The quota or storage of 2 mailboxes is unknown.</p>",
            FigureOf(page, "Quota used, from 50 %"));
    }

    [Fact]
    public void Where_all_quotas_are_known_nothing_is_said_of_unknown_ones() => Assert.Contains(
        "Highlighted from 90 %.</p>",
        FigureOf(PageOf(new Mailbox { StorageUsed = 60, ProhibitSendReceiveQuota = 100 }), "Quota used, from 50 %"));

    [Fact]
    public void The_storage_of_a_tenant_is_one_bar_with_user_shared_and_other_mailboxes_in_it()
    {
        string figure = WebUtility.HtmlDecode(FigureOf(
            PageOf(
                new Mailbox { TenantDomain = "a.example", RecipientType = "User mailbox", StorageUsed = 1 },
                new Mailbox { TenantDomain = "a.example", RecipientType = "Shared mailbox", StorageUsed = 1 },
                new Mailbox { TenantDomain = "a.example", RecipientType = "Room mailbox", StorageUsed = 2 }),
            "Storage by tenant and type"));

        Assert.Contains("<p>4\u00a0MB in total.</p>", figure);
        Assert.Matches(
            "(?s)<ul class=\"legend\">.*class=\"s0\".* User</li>.*class=\"s1\".* Shared</li>.*class=\"s2\".* Other</li>", figure);
        Assert.Equal([("s0", "0", "25"), ("s1", "25", "25"), ("s2", "50", "50")], Bars(figure));
        Assert.Contains(
            "<td class=\"number\">1\u00a0MB</td><td class=\"number\">1\u00a0MB</td><td class=\"number\">2\u00a0MB</td>", figure);
    }

    [Fact]
    public void A_bar_is_as_long_as_its_share_of_the_longest_and_never_too_short_to_be_seen()
    {
        string page = PageOf([.. Forwarding("a.example", 1000), .. Forwarding("b.example", 250), .. Forwarding("c.example", 1)]);

        Assert.Equal(
            [("s0", "0", "100"), ("s0", "0", "25"), ("s0", "0", "0.4")],
            Bars(FigureOf(page, "Forwarding outside, by domain")));

        static IEnumerable<Mailbox> Forwarding(string domain, int count) => Enumerable.Range(0, count).Select(_ => new Mailbox
        {
            ExternalEmailForwardingEnabled = true, ExternalForwardingAddressDomain = domain,
        });
    }

    [Fact]
    public void Mailboxes_of_one_rank_stay_in_their_order_and_say_whether_they_are_hidden()
    {
        string page = PageOf(
            new Mailbox { DisplayName = "First.", ExternalEmailForwardingEnabled = true },
            new Mailbox { DisplayName = "Second.", ExternalEmailForwardingEnabled = true, HiddenFromAddressListsEnabled = true },
            new Mailbox { DisplayName = "Third.", ExternalEmailForwardingEnabled = true, HiddenFromAddressListsEnabled = true });

        Assert.Equal(
            [("Second.", "Yes"), ("Third.", "Yes"), ("First.", "No")],
            FoundRow().Matches(page.Split("Forwards outside and hidden", 2)[0])
                .Select(match => (match.Groups[1].Value, match.Groups[2].Value)));
    }

    [Theory]
    [InlineData("a-domain-with-exactly-34-chars.com", "a-domain-with-exactly-34-chars.com")]
    [InlineData("a-domain-with-more-than-34-chars.com", "a-domain-with-more-than-34-chars.…")]
    [InlineData("a-domain-with-more-than-34-chars😀com", "a-domain-with-more-than-34-chars…")]
    public void A_long_label_is_shortened_to_34_characters_and_splits_none(string domain, string label)
    {
        string page = PageOf(new Mailbox { TenantDomain = domain, RecipientType = "User mailbox", StorageUsed = 1 });

        Assert.Contains($">{label}</text>", WebUtility.HtmlDecode(FigureOf(page, "Storage by tenant and type")));
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

    private static IEnumerable<string> Marked(string page, string title) =>
        Regex.Matches(FigureOf(page, title), ">▲ ([^<]*)</text>").Select(match => match.Groups[1].Value);

    private static IEnumerable<(string Look, string Start, string Length)> Bars(string figure) =>
        Regex.Matches(figure, "<rect class=\"(\\w+)\" x=\"([0-9.]+)%\" y=\"\\d+\" width=\"([0-9.]+)%\"")
            .Select(match => (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value));

    private static string Tile(string page, string name) =>
        WebUtility.HtmlDecode(Regex.Match(page, $"<dt>{Regex.Escape(name)}</dt><dd>(.*?)</dd>").Groups[1].Value);

    private static int Finding(string page, string name) =>
        int.Parse(Regex.Match(page, $"<h3>{Regex.Escape(name)}: (\\d+)</h3>").Groups[1].Value, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Labels(string page, string title) => Numbers(page, title).Select(number => number.Label);

    private static IEnumerable<(string Label, string Value)> Numbers(string page, string title) =>
        Row().Matches(FigureOf(page, title)).Select(match => (match.Groups[1].Value, match.Groups[2].Value));

    [GeneratedRegex("<th scope=\"row\"><bdi>([^<]*)</bdi></th><td class=\"number\">([^<]*)</td>")]
    private static partial Regex Row();

    [GeneratedRegex("<tr><th scope=\"row\"><bdi>(\\w+\\.)</bdi>.*?<bdi>(Yes|No)</bdi>")]
    private static partial Regex FoundRow();
}
