using Microsoft.Playwright;

namespace EnPower;

/// <summary>The table of all mailboxes: search, sorting, filters, keyboard and CSV.</summary>
public sealed class MailboxTableTests(Chromium chromium, ReportFiles reports)
{
    private static readonly object[] Three =
    [
        new
        {
            displayName = "Chloé Dubois", emailAddress = "chloe@contoso.com", tenantDomain = "contoso.com",
            recipientType = "User mailbox", storageUsed = 51200, prohibitSendReceiveQuota = 102400,
            lastActivityDate = "2020-01-02 03:04:05",
        },
        new
        {
            displayName = "accounts", emailAddress = "accounts@fabrikam.com", tenantDomain = "fabrikam.com",
            recipientType = "Shared mailbox", storageUsed = 2048, externalEmailForwardingEnabled = true,
            externalForwardingAddressDomain = "example.net", hiddenFromAddressListsEnabled = true,
        },
        new
        {
            displayName = "Bea",
            emailAddress = "bea@fabrikam.com",
            tenantDomain = "fabrikam.com",
            recipientType = "User mailbox",
        },
    ];

    [Fact]
    public async Task Mailboxes_are_in_the_order_of_their_names()
    {
        await using OpenedReport report = await OpenAsync(Three);

        Assert.Equal(["accounts", "Bea", "Chloé Dubois"], await report.ColumnAsync("Display name"));
        Assert.Equal(["2.00", "", "50.00"], await report.ColumnAsync("Storage (GB)"));
    }

    [Theory]
    [InlineData("bea", "Bea")]
    [InlineData("CHLOÉ", "Chloé Dubois")]
    [InlineData("example.net", "accounts")]
    [InlineData("fabrikam user", "Bea")]
    [InlineData("fabrikam", "accounts,Bea")]
    [InlineData("nobody", "")]
    public async Task Search_finds_all_words_in_any_column(string words, string names)
    {
        await using OpenedReport report = await OpenAsync(Three);

        await report.Page.GetByLabel("Search").FillAsync(words);

        string[] expected = names.Split(',', StringSplitOptions.RemoveEmptyEntries);
        await Assertions.Expect(report.Status).ToContainTextAsync($"of {expected.Length} found");
        Assert.Equal(expected, await report.ColumnAsync("Display name"));
    }

    [Theory]
    [InlineData("Tenant", "fabrikam.com", "accounts,Bea")]
    [InlineData("Type", "User mailbox", "Bea,Chloé Dubois")]
    [InlineData("Findings", "Forwards outside", "accounts")]
    [InlineData("Findings", "Forwards outside and hidden", "accounts")]
    [InlineData("Findings", "Inactive user", "Chloé Dubois")]
    public async Task A_choice_leaves_the_mailboxes_that_have_it(string choice, string value, string names)
    {
        await using OpenedReport report = await OpenAsync(Three);

        await report.Page.GetByRole(AriaRole.Combobox, new PageGetByRoleOptions { Name = choice }).SelectOptionAsync(value);

        Assert.Equal(names.Split(','), await report.ColumnAsync("Display name"));
    }

    [Fact]
    public async Task A_head_sorts_one_way_and_then_the_other_with_empty_cells_last()
    {
        await using OpenedReport report = await OpenAsync(Three);
        ILocator head = report.Page.GetByRole(AriaRole.Columnheader, new PageGetByRoleOptions { Name = "Storage (GB)" });

        await head.GetByRole(AriaRole.Button).ClickAsync();
        Assert.Equal(["2.00", "50.00", ""], await report.ColumnAsync("Storage (GB)"));
        await Assertions.Expect(head).ToHaveAttributeAsync("aria-sort", "ascending");

        await head.GetByRole(AriaRole.Button).ClickAsync();
        Assert.Equal(["50.00", "2.00", ""], await report.ColumnAsync("Storage (GB)"));
        await Assertions.Expect(head).ToHaveAttributeAsync("aria-sort", "descending");
    }

    [Fact]
    public async Task The_address_has_what_was_chosen_and_brings_it_back()
    {
        await using OpenedReport report = await OpenAsync(Three);
        await report.Page.Locator("#controls select[name=tenant]").SelectOptionAsync("fabrikam.com");
        await report.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Email address" }).ClickAsync();
        await report.Page.GetByText("Columns", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await report.Page.GetByLabel("Forwards to").UncheckAsync();
        Assert.Contains("tenant=fabrikam.com", report.Page.Url);

        await report.Page.ReloadAsync();
        await report.WithTableAsync();

        Assert.Equal(["accounts", "Bea"], await report.ColumnAsync("Display name"));
        await Assertions.Expect(report.Page.Locator("#table [aria-sort]")).ToHaveTextAsync("Email address");
        await Assertions.Expect(report.Page.Locator("#table th", new PageLocatorOptions { HasText = "Forwards to" }))
            .ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_finding_links_to_its_mailboxes_in_the_table()
    {
        await using OpenedReport report = await OpenAsync(Three);

        await report.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Inactive user" }).ClickAsync();

        await Assertions.Expect(report.Rows).ToHaveCountAsync(1);
        await Assertions.Expect(report.Page.Locator("#all")).ToBeFocusedAsync();
        await Assertions.Expect(report.Page.Locator("#all")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Clear_brings_all_mailboxes_back()
    {
        await using OpenedReport report = await OpenAsync(Three);
        await report.Page.GetByLabel("Search").FillAsync("bea");
        await Assertions.Expect(report.Rows).ToHaveCountAsync(1);

        await report.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Clear" }).ClickAsync();

        await Assertions.Expect(report.Rows).ToHaveCountAsync(3);
        await Assertions.Expect(report.Page.GetByLabel("Search")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task The_keyboard_alone_searches_sorts_and_turns_pages()
    {
        await using OpenedReport report = await (await chromium.OpenAsync(await reports.OfAsync(1_000))).WithTableAsync();
        await report.Page.Locator("#all").FocusAsync();

        await PressUntilFocusedAsync(report, "#controls input[name=search]");
        await report.Page.Keyboard.TypeAsync("shared");
        await Assertions.Expect(report.Status).ToContainTextAsync("1 to 50 of");
        await PressUntilFocusedAsync(report, "#table thead th:nth-child(6) button");
        await report.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(report.Page.Locator("#table [aria-sort=ascending]")).ToHaveTextAsync("Storage (GB)");
        await PressUntilFocusedAsync(report, "#pages [value=next]");
        await report.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(report.Page.Locator("#page")).ToContainTextAsync("Page 2 of");
        await report.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(report.Page.Locator("#page")).ToContainTextAsync("Page 3 of");
    }

    [Fact]
    public async Task Pages_end_at_the_first_and_the_last()
    {
        await using OpenedReport report = await (await chromium.OpenAsync(await reports.OfAsync(1_000))).WithTableAsync();
        ILocator pages = report.Page.Locator("#pages");

        await pages.Locator("[value=last]").ClickAsync();
        await pages.Locator("[value=next]").ClickAsync(new LocatorClickOptions { Force = true });
        await Assertions.Expect(report.Status).ToContainTextAsync("951 to 1,000 of 1,000");
        await Assertions.Expect(pages.Locator("[value=next]")).ToHaveAttributeAsync("aria-disabled", "true");
        await pages.Locator("[value=first]").ClickAsync();
        await Assertions.Expect(report.Status).ToContainTextAsync("1 to 50 of 1,000");
    }

    [Fact]
    public async Task CSV_has_what_is_found_in_the_columns_that_are_shown()
    {
        await using OpenedReport report = await OpenAsync(Three);
        await report.Page.GetByLabel("Search").FillAsync("fabrikam");
        await Assertions.Expect(report.Rows).ToHaveCountAsync(2);

        string csv = await SaveAsync(report);

        Assert.Equal(
            "\ufeff\"Display name\",\"Email address\",\"Tenant\",\"Type\",\"Findings\",\"Storage (GB)\","
            + "\"Quota used (%)\",\"Last activity\",\"Forwards to\"\r\n"
            + "\"accounts\",\"accounts@fabrikam.com\",\"fabrikam.com\",\"Shared mailbox\","
            + "\"Forwards outside, Forwards outside and hidden\",\"2.00\",\"\",\"\",\"example.net\"\r\n"
            + "\"Bea\",\"bea@fabrikam.com\",\"fabrikam.com\",\"User mailbox\",\"\",\"\",\"\",\"\",\"\"\r\n",
            csv);
        Assert.Empty(report.Messages);
    }

    [Fact]
    public async Task Numbers_dates_and_the_separator_of_CSV_are_those_of_the_culture()
    {
        await using OpenedReport report = await OpenAsync(Three, "-Culture de-DE");

        Assert.Equal(["2,00", "", "50,00"], await report.ColumnAsync("Storage (GB)"));
        Assert.Equal(["", "", "02.01.2020"], await report.ColumnAsync("Last activity"));
        Assert.Contains("\"Bea\";\"bea@fabrikam.com\"", await SaveAsync(report));
    }

    internal static async Task<string> SaveAsync(OpenedReport report)
    {
        IDownload download = await report.Page.RunAndWaitForDownloadAsync(
            () => report.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save as CSV" }).ClickAsync());
        Assert.Equal("mailboxes.csv", download.SuggestedFilename);
        byte[] bytes = await File.ReadAllBytesAsync(await download.PathAsync());
        return System.Text.Encoding.UTF8.GetString(bytes);
    }

    private static async Task PressUntilFocusedAsync(OpenedReport report, string selector)
    {
        for (int presses = 0; presses < 60; presses++)
        {
            await report.Page.Keyboard.PressAsync("Tab");
            if (await report.Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }
        }

        Assert.Fail($"Tab never came to {selector}.");
    }

    private async Task<OpenedReport> OpenAsync(IReadOnlyList<object> mailboxes, string parameters = "") =>
        await (await chromium.OpenAsync(await reports.OfAsync(mailboxes, parameters))).WithTableAsync();
}
