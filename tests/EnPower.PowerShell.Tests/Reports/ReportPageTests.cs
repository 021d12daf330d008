using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using EnPower.Reports;
using static EnPower.ReportPage;

namespace EnPower;

/// <summary>How the page of a report is built: its markup, its table of all mailboxes, what it says beside the numbers.</summary>
public sealed partial class ReportPageTests
{
    private static readonly string[] WithoutEndTag = ["meta", "br", "input"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Each_element_is_closed_in_the_order_of_its_parents(bool hasTable)
    {
        string page = FullPage(Options with { HasMailboxTable = hasTable, IsIncomplete = true });

        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n", page);
        var open = new Stack<string>();
        foreach (Match tag in Tag().Matches(WithoutResources().Replace(page, "<$1></$1>")))
        {
            string name = tag.Groups[2].Value;
            if (tag.Groups[1].Length > 0)
            {
                Assert.Equal(open.Pop(), name);
            }
            else if (!WithoutEndTag.Contains(name) && !tag.Value.EndsWith("/>", StringComparison.Ordinal))
            {
                open.Push(name);
            }
        }

        Assert.Empty(open);
    }

    [Fact]
    public void Sections_are_named_by_their_headings()
    {
        string page = FullPage(Options);

        Assert.Equal(
            [
                ("overview", "Overview"), ("charts", "Charts"), ("findings", "Findings"),
                ("changes", "What changed since 11/1/2026 12:00 AM UTC"), ("all", "All mailboxes"),
                ("about", "About this report"),
            ],
            Heading().Matches(page).Select(match => (match.Groups[1].Value, Plain(match.Groups[2].Value))));
        Assert.Equal(
            ["overview", "charts", "findings", "changes", "all", "about"],
            Regex.Matches(page, "aria-labelledby=\"(.*?)\"").Select(match => match.Groups[1].Value));
    }

    [Fact]
    public void The_table_is_searched_filtered_and_saved_by_a_form_and_needs_the_script()
    {
        string page = FullPage(Options);

        Assert.Contains(
            "This table requires JavaScript, which is disabled or was removed. The rest of the page is complete without it.",
            Paragraphs(page));
        Assert.Equal(
            ["Clear", "Save as CSV", "First", "Previous", "Next", "Last"],
            Regex.Matches(page, "<button type=\"[a-z]+\"[^>]*>([A-Z][^<]*)</button>(?!</th>)")
                .Select(match => match.Groups[1].Value));
        Assert.Contains("<label>Search <input type=\"search\"", page);
        Assert.Equal(
            ["Tenant", "Type", "Findings"],
            Regex.Matches(page, "<label>(\\w+) <select").Select(match => match.Groups[1].Value));
        Assert.Equal(3, Regex.Count(page, "<option value=\"\">All</option>"));
        Assert.Contains("<summary>Columns</summary><fieldset id=\"columns\"><legend>Columns to show</legend></fieldset>", page);
        Assert.Equal(
            ["Mailbox", "Tenant", "Change", "Before", "After"],
            Regex.Matches(Regex.Match(page, "(?s)aria-label=\"Changes\".*?</thead>").Value, "<th scope=\"col\">(.*?)</th>")
                .Select(match => match.Groups[1].Value));
    }

    [Fact]
    public void A_page_without_mailboxes_says_so_and_has_neither_charts_nor_findings()
    {
        string page = Write(ReportOf(Options));

        Assert.Contains("There are no mailboxes. None were read, or none passed the filter of the command.", Paragraphs(page));
        Assert.Equal(["Overview", "About this report"], Heading().Matches(page).Select(match => match.Groups[2].Value));
    }

    [Fact]
    public void Tiles_with_findings_stand_out() => Assert.Equal(
        ["Forward outside", "Over warning quota", "Renewals overdue"],
        Regex.Matches(FullPage(Options), "<div class=\"tile found\"><dt>(.*?)</dt>").Select(match => match.Groups[1].Value));

    [Fact]
    public void Tiles_without_findings_do_not() =>
        Assert.Equal(8, Regex.Count(PageOf(new Mailbox { DisplayName = "Ada" }), "<div class=\"tile\"><dt>"));

    [Fact]
    public void The_page_allows_no_content_but_its_own_style_sheet_and_script()
    {
        string policy = WebUtility.HtmlDecode(Policy().Match(FullPage(Options)).Groups[1].Value);

        Assert.Equal(
            $"default-src 'none'; script-src {PageResource.Script.Hash}; style-src {PageResource.Style.Hash}; base-uri 'none'; "
            + "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
            policy);
    }

    [Fact]
    public void The_page_has_what_its_script_looks_for()
    {
        string page = FullPage(Options);

        IEnumerable<string> ids = Regex.Matches(PageResource.Script.Text, "(?:find|querySelector(?:All)?)\\(\"#(\\w+)")
            .Select(match => match.Groups[1].Value).Distinct();
        Assert.Equal(
            ["controls", "table", "data", "status", "page", "pages", "all", "columns", "save", "trouble"], ids);
        Assert.All(ids, id => Assert.Single(Regex.Matches(page, $" id=\"{id}\"")));
        Assert.Contains("<input type=\"search\" name=\"search\"", page);
        Assert.Equal(
            ["tenant", "type", "finding"],
            Regex.Matches(page, "<select name=\"(\\w+)\">").Select(match => match.Groups[1].Value));
        Assert.Equal(
            ["first", "previous", "next", "last"],
            Regex.Matches(page, "<button type=\"button\" value=\"(\\w+)\">").Select(match => match.Groups[1].Value));
        Assert.Contains("<table id=\"table\" data-list-separator=\",\" data-group-separator=\",\">", page);
    }

    [Fact]
    public void The_table_has_a_column_for_each_property_of_a_mailbox()
    {
        string page = PageOf(new Mailbox
        {
            DisplayName = "Ada", EmailAddress = "ada@contoso.com", TenantDomain = "contoso.com", RecipientType = "User mailbox",
            ExternalEmailForwardingEnabled = true, ExternalForwardingAddressDomain = "fabrikam.com",
            StorageUsed = 1536, ProhibitSendReceiveQuota = 2048, LastActivityDate = new DateTime(2026, 11, 20, 8, 0, 0),
            LitigationHoldEnabled = true, HiddenFromAddressListsEnabled = false, ArchiveStatus = "Active",
            AutoReplyEnabled = true, Status = "Licensed", Phase = "Renewal", RenewalDueDate = new DateTime(2026, 11, 1),
            IsRegistered = true, PrimaryContact = new User { DisplayName = "Bea" },
            CreateTime = new DateTime(2020, 2, 29, 23, 59, 59),
        });

        Assert.Equal(
            [
                ("Display name", "Ada"), ("Email address", "ada@contoso.com"), ("Tenant", "contoso.com"),
                ("Type", "User mailbox"), ("Findings", "Forwards outside, Renewal overdue"), ("Storage (GB)", "1.50"),
                ("Quota used (%)", "75.0"),
                ("Last activity", "11/20/2026"), ("Forwards to", "fabrikam.com"), ("Litigation hold", "Yes"), ("Hidden", "No"),
                ("Archive", "Active"), ("Automatic replies", "Yes"), ("Status", "Licensed"), ("Phase", "Renewal"),
                ("Renewal due", "11/1/2026"), ("Primary contact", "Bea"), ("Created", "2/29/2020"),
            ],
            Headers(page).Zip(OnlyRow(page)).Select(column => (column.First.Text, column.Second)));
    }

    [Fact]
    public void A_property_that_the_API_did_not_give_is_empty_in_the_table() =>
        Assert.All(OnlyRow(PageOf(new Mailbox { DisplayName = "Ada" })).Skip(1), text => Assert.Equal(string.Empty, text));

    [Theory]
    [InlineData("Name", null, "id", "Name")]
    [InlineData(null, "Display name", "id", "Display name")]
    [InlineData(" ", "", "id", "id")]
    public void A_mailbox_without_a_display_name_goes_by_its_name_or_its_ID(
        string? name, string? displayName, string id, string expected) => Assert.Equal(
        expected, OnlyRow(PageOf(new Mailbox { Name = name, DisplayName = displayName, Id = id }))[0]);

    [Theory]
    [InlineData(false, false, null)]
    [InlineData(true, false, "inside.example")]
    [InlineData(true, true, "outside.example")]
    [InlineData(false, true, "outside.example")]
    public void The_table_names_the_domain_that_email_is_forwarded_to(bool forwards, bool forwardsOutside, string? expected)
    {
        string page = PageOf(new Mailbox
        {
            EmailForwardingEnabled = forwards, ForwardingAddressDomain = "inside.example",
            ExternalEmailForwardingEnabled = forwardsOutside, ExternalForwardingAddressDomain = "outside.example",
        });

        Assert.Equal(expected ?? string.Empty, OnlyRow(page)[8]);
    }

    [Fact]
    public void The_most_important_columns_are_shown_and_printed_and_numbers_are_on_the_right()
    {
        IReadOnlyList<(string Look, string Text)> headers = Headers(PageOf(new Mailbox { DisplayName = "Ada" }));

        Assert.Equal(
            [
                "Display name", "Email address", "Tenant", "Type", "Findings", "Storage (GB)", "Quota used (%)", "Last activity",
                "Forwards to",
            ],
            With("shown"));
        Assert.Equal(
            ["Display name", "Email address", "Tenant", "Type", "Findings", "Storage (GB)", "Quota used (%)"],
            headers.Select(header => header.Text).Except(With("unprinted")));
        Assert.Equal(["Storage (GB)", "Quota used (%)", "Last activity", "Renewal due", "Created"], With("number"));

        IEnumerable<string> With(string look) =>
            headers.Where(header => header.Look.Split(' ').Contains(look)).Select(header => header.Text);
    }

    [Theory]
    [InlineData(255, 1)]
    [InlineData(256, 2)]
    [InlineData(65_536, 3)]
    public void A_rank_takes_as_many_bytes_as_the_number_of_values_needs(int count, int width)
    {
        string page = PageOf([.. Enumerable.Range(0, count).Select(number => new Mailbox { DisplayName = $"{number:D6}" })]);

        using BinaryReader reader = Unpack(page);
        Assert.Equal(count, reader.ReadInt32());
        reader.ReadBytes(reader.ReadInt32());
        Assert.Equal(width, reader.ReadByte());
        byte[][] planes = [.. Enumerable.Range(0, width).Select(_ => reader.ReadBytes(count))];
        Assert.Equal(
            Enumerable.Range(1, count),
            Enumerable.Range(0, count).Select(row => planes.Select((plane, index) => plane[row] << (8 * index)).Sum()));
    }

    [Theory]
    [InlineData(1, "Tenant: t1")]
    [InlineData(2, "Tenants: t1, t2")]
    [InlineData(5, "Tenants: t1, t2, t3, t4, t5")]
    [InlineData(7, "Tenants: t1, t2, t3, t4, t5 and 2 more")]
    public void The_header_names_up_to_five_tenants(int count, string expected)
    {
        string page = PageOf([.. Enumerable.Range(1, count).Select(number => new Mailbox { TenantDomain = $"t{number}" })]);

        Assert.Contains(expected, Paragraphs(page));
    }

    [Fact]
    public void The_header_has_the_title_and_the_time_of_the_read()
    {
        string page = FullPage(Options with { Title = "Weekly" });

        Assert.Contains("<title>Weekly</title>", page);
        Assert.Contains("<h1><bdi>Weekly</bdi></h1>", page);
        Assert.Contains(
            "<time datetime=\"2026-11-25T12:00:00Z\">11/25/2026 12:00\u202fPM UTC</time>", WebUtility.HtmlDecode(page));
    }

    [Fact]
    public void Without_a_table_the_page_has_no_script_and_no_link_to_it()
    {
        string page = FullPage(Options with { HasMailboxTable = false });

        Assert.DoesNotContain("<script", page);
        Assert.DoesNotContain("script-src", page);
        Assert.DoesNotContain("Show all in the table", page);
        Assert.DoesNotContain("All mailboxes", page);
    }

    [Fact]
    public void A_finding_links_to_its_mailboxes_in_the_table() => Assert.Contains(
        " <a class=\"scripted\" href=\"#finding=Forwards%20outside\">Show all in the table<span class=\"hidden\">"
        + ": Forwards outside</span></a>",
        FullPage(Options));

    [Theory]
    [InlineData("Forwards outside", "Forwards to", "Hidden", "Type")]
    [InlineData("Forwards outside and hidden", "Forwards to", "Type", "Last activity#")]
    [InlineData("Over warning quota", "Storage#", "Quota used#", "Type")]
    [InlineData("Near quota", "Storage#", "Quota used#", "Type")]
    [InlineData("Inactive shared", "Last activity#", "Storage#")]
    [InlineData("Inactive user", "Last activity#", "Storage#")]
    [InlineData("Renewal overdue", "Due#", "Phase", "Primary contact")]
    [InlineData("No primary contact", "Phase", "Storage#", "Last activity#")]
    public void A_finding_shows_what_it_is_about_with_numbers_on_the_right(string name, params string[] columns)
    {
        string finding = FindingOf(FullPage(Options), name);

        Assert.Equal(
            ["Mailbox", "Tenant", .. columns],
            Regex.Matches(finding, "<th scope=\"col\"(?: class=\"(\\w+)\")?>(.*?)</th>")
                .Select(match => match.Groups[2].Value + (match.Groups[1].Value == "number" ? "#" : string.Empty)));
    }

    [Theory]
    [InlineData("Forwards outside", "fabrikam.com", "Yes", "User mailbox")]
    [InlineData("Forwards outside and hidden", "fabrikam.com", "User mailbox", "1/1/2026")]
    [InlineData("Over warning quota", "1.5\u00a0GB", "75.0\u00a0%", "User mailbox")]
    [InlineData("Inactive user", "1/1/2026", "1.5\u00a0GB")]
    [InlineData("Renewal overdue", "11/1/2026", "Renewal", "")]
    [InlineData("No primary contact", "Renewal", "1.5\u00a0GB", "1/1/2026")]
    public void A_mailbox_in_a_finding_is_named_by_address_and_tenant(string name, params string[] cells)
    {
        string page = PageOf(new Mailbox
        {
            DisplayName = "Ada", EmailAddress = "ada@contoso.com", TenantDomain = "contoso.com", RecipientType = "User mailbox",
            ExternalEmailForwardingEnabled = true, ExternalForwardingAddressDomain = "fabrikam.com",
            HiddenFromAddressListsEnabled = true, StorageUsed = 1536, IssueWarningQuota = 1024, ProhibitSendReceiveQuota = 2048,
            LastActivityDate = new DateTime(2026, 1, 1), Phase = "Renewal", IsRegistered = true,
            RenewalDueDate = new DateTime(2026, 11, 1),
        });

        string finding = FindingOf(page, name);
        Assert.Contains(
            "<th scope=\"row\"><bdi>Ada</bdi><br><bdi class=\"address\">ada@contoso.com</bdi></th>"
            + "<td><bdi>contoso.com</bdi></td>",
            WebUtility.HtmlDecode(finding));
        Assert.Equal(
            cells,
            Regex.Matches(finding, "<td class=\"\\w+\"><bdi>(.*?)</bdi>")
                .Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)));
    }

    [Theory]
    [InlineData(
        "Forwards outside",
        "Email is forwarded to addresses outside the organisation. Those hidden from address lists come first.")]
    [InlineData(
        "Forwards outside and hidden",
        "Email is forwarded outside, and the mailbox is hidden from address lists, so users are unlikely to notice.")]
    [InlineData("Over warning quota", "The storage used has reached the warning quota of Exchange.")]
    [InlineData("Near quota", "The storage used is 90 % of the quota or more, and below the warning quota.")]
    [InlineData(
        "Inactive shared",
        "Shared mailboxes with the last activity 180 or more days ago. The longest inactive come first.")]
    [InlineData(
        "Inactive user",
        "User mailboxes with the last activity 180 or more days ago. The longest inactive come first.")]
    [InlineData("Renewal overdue", "The renewal in Cloud Governance is overdue. The longest overdue come first.")]
    [InlineData(
        "No primary contact",
        "Cloud Governance manages the mailbox, but it has no primary contact. The largest come first.")]
    public void A_finding_explains_itself(string name, string explanation) =>
        Assert.Equal(explanation, Paragraphs(FindingOf(FullPage(Options), name))[0]);

    [Fact]
    public void A_finding_with_more_mailboxes_than_it_shows_says_so()
    {
        string page = FullPage(Options);

        Assert.StartsWith("10 of 12 are shown.", Paragraphs(FindingOf(page, "Forwards outside")).Last());
        Assert.DoesNotContain(
            "are shown", FindingOf(PageOf(new Mailbox { ExternalEmailForwardingEnabled = true }), "Forwards outside"));
    }

    [Theory]
    [InlineData(
        "Storage by tenant and type", "2.2\u00a0GB in total.", "All mailboxes are empty.", "Tenant", "User", "Shared", "Other")]
    [InlineData(
        "Quota used, from 50 %", "Mailboxes by the used share of their quota. Highlighted from 90 %.",
        "No mailbox uses half of its quota.", "Quota used", "Mailboxes")]
    [InlineData(
        "Last activity", "Mailboxes by the days since their last activity. Highlighted from 180 days.", null,
        "Last activity", "Mailboxes")]
    [InlineData(
        "Forwarding outside, by domain", "Mailboxes by the domain of their forwarding address. 0 more forward inside.",
        "No mailbox forwards outside.", "Domain", "Mailboxes")]
    [InlineData(
        "Settings", "The length of each bar is its share of all mailboxes.", "No mailbox has any of these settings.",
        "Setting", "Mailboxes")]
    [InlineData(
        "Governance phases", "Mailboxes that Cloud Governance manages, by phase.",
        "Cloud Governance manages none of these mailboxes.", "Phase", "Mailboxes")]
    [InlineData(
        "Renewals, late and by month", "Due dates of renewals in Cloud Governance. Overdue ones are highlighted.",
        "No renewal is due.", "Due", "Mailboxes")]
    public void A_chart_explains_itself_and_repeats_its_numbers_as_a_table(
        string title, string note, string? whenEmpty, params string[] columns)
    {
        string figure = FigureOf(FullPage(Options), title);

        Assert.Equal(note, Paragraphs(figure)[0]);
        Assert.Contains($"<summary>As a table<span class=\"hidden\">: {title}</span></summary>", figure);
        Assert.Equal(
            columns, Regex.Matches(figure, "<th scope=\"col\"[^>]*>(.*?)</th>").Select(match => match.Groups[1].Value));
        if (whenEmpty is not null)
        {
            Assert.Equal(whenEmpty, Paragraphs(FigureOf(PageOf(new Mailbox()), title))[1]);
        }
    }

    [Fact]
    public void The_settings_of_mailboxes_are_named()
    {
        string figure = FigureOf(FullPage(Options), "Settings");

        Assert.Equal(
            ["On litigation hold", "Archive active", "Hidden from address lists", "Automatic replies on"],
            Regex.Matches(figure, "<th scope=\"row\"><bdi>(.*?)</bdi></th>").Select(match => match.Groups[1].Value));
    }

    [Fact]
    public void Each_bar_of_a_chart_is_a_row_of_a_label_its_value_a_track_and_its_length()
    {
        string figure = FigureOf(PageOf(
            new Mailbox { TenantDomain = "a", StorageUsed = 3 }, new Mailbox { TenantDomain = "b", StorageUsed = 1 }),
            "Storage by tenant and type");

        Assert.Contains(" width=\"100%\" height=\"68\">", figure);
        Assert.Equal(
            [("13", "a"), ("13", "3&#160;MB"), ("47", "b"), ("47", "1&#160;MB")],
            Regex.Matches(figure, "<text[^>]* y=\"(\\d+)\">(.*?)</text>")
                .Select(match => (match.Groups[1].Value, match.Groups[2].Value)));
        Assert.Equal(
            [("18", "100%", "11"), ("18", "100%", "11"), ("52", "100%", "11"), ("52", "33.33%", "11")],
            Regex.Matches(figure, "<rect[^>]* y=\"(\\d+)\" width=\"([0-9.]+%)\" height=\"(\\d+)\"/>")
                .Select(match => (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value)));
    }

    [Fact]
    public void A_finding_without_mailboxes_says_so() => Assert.Contains(
        "<p class=\"empty\">None.</p></section>", FindingOf(PageOf(new Mailbox { DisplayName = "Ada" }), "Near quota"));

    [Fact]
    public void The_limits_of_findings_are_those_of_the_options()
    {
        string[] paragraphs = Paragraphs(FullPage(Options with { InactiveDays = 30, QuotaPercent = 60 }));

        Assert.Contains(
            "Shared mailboxes with the last activity 30 or more days ago. The longest inactive come first.", paragraphs);
        Assert.Contains(
            "User mailboxes with the last activity 30 or more days ago. The longest inactive come first.", paragraphs);
        Assert.Contains("The storage used is 60 % of the quota or more, and below the warning quota.", paragraphs);
        Assert.Contains("Mailboxes by the used share of their quota. Highlighted from 60 %.", string.Join('\n', paragraphs));
        Assert.Contains("Mailboxes by the days since their last activity. Highlighted from 30 days.", paragraphs);
    }

    [Fact]
    public void Changes_are_limited_to_a_hundred_and_those_relevant_to_security_come_first()
    {
        var changes = new ChangeSection(Now);
        for (int index = 0; index < 120; index++)
        {
            changes.Add(new Change { Key = $"key {index}", Property = "Name", IsSecurityRelevant = index >= 110 });
        }

        Assert.Equal((120, 10), (changes.Count, changes.SecurityRelevantCount));
        Assert.Equal(
            Enumerable.Range(110, 10).Concat(Enumerable.Range(0, 90)).Select(index => $"key {index}"),
            changes.Shown.Select(change => change.Key));
        string page = PageWith(changes);
        Assert.Contains(
            "120 changes, 10 of them security-relevant. Sizes, counts and activity are not compared.", Paragraphs(page));
        Assert.Contains("▲ security-relevant. 100 of 120 are shown.", Paragraphs(page));
    }

    [Fact]
    public void A_change_is_named_by_display_name_and_tenant_or_by_key_and_ID()
    {
        var changes = new ChangeSection(Now);
        changes.Add(new Change
        {
            Key = "1", DisplayName = "Ada", TenantDomain = "contoso.com", TenantId = "t", Property = "Phase", OldValue = "Old",
            NewValue = "New",
        });
        changes.Add(new Change { Key = "2", TenantId = "t", ChangeType = ChangeType.Removed, OldValue = "x", NewValue = "y" });

        string page = PageWith(changes);

        Assert.Contains(
            "<tr><th scope=\"row\"><bdi>Ada</bdi></th><td><bdi>contoso.com</bdi></td><td class=\"text\">Phase</td>"
            + "<td><bdi>Old</bdi></td><td><bdi>New</bdi></td></tr>",
            page);
        Assert.Contains(
            "<tr><th scope=\"row\"><bdi>2</bdi></th><td><bdi>t</bdi></td><td class=\"text\">Removed</td>"
            + "<td><bdi></bdi></td><td><bdi></bdi></td></tr>",
            page);
        Assert.Contains("▲ security-relevant.", Paragraphs(page));
    }

    [Fact]
    public void Without_changes_there_is_no_table_of_them()
    {
        string page = PageWith(new ChangeSection(Now));

        Assert.Contains("0 changes, 0 of them security-relevant. Sizes, counts and activity are not compared.", Paragraphs(page));
        Assert.DoesNotContain("aria-label=\"Changes\"", page);
    }

    [Fact]
    public void A_comparison_that_failed_says_why_and_shows_no_changes()
    {
        string page = PageWith(new ChangeSection(Now) { FailureReason = "It is of another tenant." });

        Assert.Contains("Not compared. It is of another tenant.", Paragraphs(page));
        Assert.DoesNotContain("security-relevant", page);
    }

    [Fact]
    public void A_report_that_is_incomplete_says_why()
    {
        MailboxReport report = ReportOf(Options, new Mailbox());
        report.ReasonOfIncompleteness = "The token expired.";

        Assert.Contains(
            "Incomplete. Mailboxes are missing, so the numbers may be too low. The token expired.", Paragraphs(Write(report)));
    }

    [Fact]
    public void The_footer_says_what_the_numbers_mean()
    {
        string page = FullPage(Options with { InactiveDays = 30, QuotaPercent = 60 });

        string[] notes =
            [.. Regex.Matches(page.Split("<footer>")[1], "<li>(.*?)</li>").Select(match => Plain(match.Groups[1].Value))];
        Assert.Equal(
            [
                "The API does not document the unit of sizes. The data indicates megabytes of 1,048,576 bytes. 1 GB is 1024 MB.",
                "A mailbox is inactive if its last activity is 30 or more days ago. A mailbox without a known activity does not "
                    + "count as inactive.",
                "A mailbox is near its quota if it uses 60 % of the quota for sending and receiving. It is over its warning "
                    + "quota if it has reached the size at which Exchange warns.",
                "Dates of the API have no time zone and are interpreted as UTC.",
                "The API provides the domains of forwarding addresses, but neither the addresses nor licences.",
                "Primary contacts, phases and renewals are those of AvePoint Cloud Governance. A mailbox that it does not manage "
                    + "does not count as without contact.",
                "Control characters are replaced by � or a symbol.",
                $"Created by Export-EnPowerReport of the PowerShell module EnPower {ModuleVersion}, which is not a product of "
                    + "AvePoint. The page loads no external content.",
            ],
            notes);
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
        Assert.Contains("<dt>Mailboxes</dt><dd>250,001</dd>", page);
        using BinaryReader reader = Unpack(page);
        Assert.Equal(MailboxTable.Limit, reader.ReadInt32());
    }

    [Fact]
    public void Only_the_style_sheet_and_the_script_of_the_page_are_allowed_by_their_hashes()
    {
        string page = PageOf(new Mailbox { Name = "one" });

        string policy = WebUtility.HtmlDecode(Policy().Match(page).Groups[1].Value);
        Assert.Contains($"style-src '{HashOf(page, "style")}';", policy);
        Assert.Contains($"script-src '{HashOf(page, "script")}';", policy);
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

    private static string ModuleVersion => typeof(MailboxReport).Assembly.GetName().Version!.ToString(3);

    // Every section has something to show.
    private static string FullPage(ReportOptions options)
    {
        MailboxReport report = ReportOf(options, [.. Enumerable.Range(0, 12).SelectMany(number => new[]
        {
            new Mailbox
            {
                TenantDomain = $"t{number}.example", RecipientType = "User mailbox", StorageUsed = 95, IssueWarningQuota = 90,
                ProhibitSendReceiveQuota = 100, ExternalEmailForwardingEnabled = true, HiddenFromAddressListsEnabled = true,
                LastActivityDate = Now.AddDays(-400), IsRegistered = true, RenewalDueDate = Now.AddDays(-1),
            },
            new Mailbox
            {
                RecipientType = "Shared mailbox", StorageUsed = 95, ProhibitSendReceiveQuota = 100,
                LastActivityDate = Now.AddDays(-400),
            },
        })]);
        report.Changes = new ChangeSection(new DateTime(2026, 11, 1));
        for (int index = 0; index <= ChangeSection.Limit; index++)
        {
            report.Changes.Add(new Change { Key = "key", Property = "Name", IsSecurityRelevant = index == 0 });
        }

        return Write(report);
    }

    private static string PageWith(ChangeSection changes)
    {
        MailboxReport report = ReportOf(Options, new Mailbox());
        report.Changes = changes;
        return Write(report);
    }

    private static string[] Paragraphs(string page) =>
        [.. Regex.Matches(page, "<p[^>]*>(.*?)</p>").Select(match => Plain(match.Groups[1].Value))];

    private static string Plain(string html) =>
        WebUtility.HtmlDecode(Regex.Replace(html, "<[^>]*>", string.Empty)).Replace('\u202f', ' ');

    private static string FindingOf(string page, string name) =>
        Regex.Match(page, $"(?s)<h3>{Regex.Escape(name)}: \\d+</h3>.*?</section>").Value;

    private static (string Look, string Text)[] Headers(string page) =>
    [
        .. Regex.Matches(page, "<th scope=\"col\" class=\"([^\"]*)\" data-filter=\"\\w*\"><button type=\"button\">(.*?)</button>")
            .Select(match => (match.Groups[1].Value, match.Groups[2].Value)),
    ];

    private static string[] OnlyRow(string page)
    {
        using BinaryReader reader = Unpack(page);
        Assert.Equal(1, reader.ReadInt32());
        return [.. Headers(page).Select(_ =>
        {
            string[] texts = Encoding.UTF8.GetString(reader.ReadBytes(reader.ReadInt32())).Split('\n');
            Assert.Equal(1, reader.ReadByte());
            return texts[reader.ReadByte()];
        })];
    }

    private static string HashOf(string page, string element)
    {
        string text = page.Split($"<{element}>", 2)[1].Split($"</{element}>", 2)[0];
        return $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
    }

    [GeneratedRegex("<(/?)([a-z0-9]+)[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("(?s)<(script|style)[^>]*>.*?</\\1>")]
    private static partial Regex WithoutResources();

    [GeneratedRegex("<h2 id=\"(\\w+)\"[^>]*>(.*?)</h2>")]
    private static partial Regex Heading();

    [GeneratedRegex("Content-Security-Policy\" content=\"(.*?)\"")]
    private static partial Regex Policy();
}
