using System.Text;
using System.Text.Json;
using EnPower.Emulator;
using EnPower.Paging;

namespace EnPower;

/// <summary>The cost of reading, in units that are independent of the machine: allocated bytes, requests, connections.</summary>
public sealed class CostTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const int PageSize = 500;

    [Fact]
    public void A_mailbox_takes_three_quarters_at_most_of_the_memory_that_a_plain_client_takes()
    {
        byte[] page = Page();

        long plain = AllocatedBy(
            () => JsonSerializer.Deserialize(new MemoryStream(page), BareClient.PageContext.Default.Page)!.Mailboxes!.Count);
        long ours = AllocatedBy(() => new ListQuery<Mailbox>().ParsePage(new ArraySegment<byte>(page))!.Items!.Count);

        Assert.True(ours <= plain * 3 / 4, $"{ours / PageSize} bytes a mailbox, {plain / PageSize} in the plain client.");
    }

    [Fact]
    public async Task All_pages_are_asked_for_compressed_preferably_not_by_Brotli_and_over_one_HTTP_2_connection()
    {
        fixture.Emulator.Requests.Clear();
        await EmulatorFixture.ReadAllAsync(fixture.CreateClient(), new ListQuery<Mailbox> { Top = 100 });

        IReadOnlyList<LoggedRequest> pages =
            [.. fixture.Emulator.Requests.Snapshot()
                .Where(request => request.Path.StartsWith("/smp/", StringComparison.Ordinal))];
        Assert.Equal(EmulatorFixture.Mailboxes / 100, pages.Count);
        Assert.Single(pages.Select(page => page.Connection).Distinct());
        Assert.All(pages, page => Assert.Equal("HTTP/2", page.Protocol));
        Assert.All(pages, page => Assert.Equal(["br; q=0.5", "deflate", "gzip"], page.AcceptEncoding.Split(", ").Order()));
    }

    [Fact]
    public async Task A_first_read_takes_three_requests_one_for_addresses_one_for_a_token_and_one_for_the_page()
    {
        fixture.Emulator.Requests.Clear();
        EnPowerClient client = fixture.CreateClient();

        await client.AuthenticateAsync(new RecordingObserver(), TestContext.Current.CancellationToken);
        await EmulatorFixture.ReadAllAsync(client, new ListQuery<Mailbox> { Top = 100 }, limit: 100);

        Assert.Equal(
            ["/.well-known/openid-configuration", "/connect/token", "/smp/exchange/mailboxes"],
            fixture.Emulator.Requests.Snapshot().Select(request => request.Path));
    }

    [Fact]
    public async Task The_APIs_connection_is_opened_while_the_token_is_asked_for()
    {
        using var api = new Eavesdropper();
        using var identityService = new Eavesdropper();
        EnPowerClient client = fixture.CreateClient(options => options with
        {
            Endpoint = new Uri($"https://localhost:{api.Port}/"),
            Authority = new Uri($"https://localhost:{identityService.Port}/"),
        });

        // It never answers, so that whatever the API hears, it hears before there is a token.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task authentication = client.AuthenticateAsync(new RecordingObserver(), ending.Token);
        while (api.Heard.IsEmpty)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        // The record in which TLS says hello.
        Assert.Equal(0x16, api.Heard.First()[0]);
        await ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => authentication);
    }

    private static long AllocatedBy(Func<int> parse)
    {
        // Excludes one-time allocations.
        Assert.Equal(PageSize, parse());
        long before = GC.GetAllocatedBytesForCurrentThread();
        parse();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static byte[] Page()
    {
        IEnumerable<string> mailboxes = Enumerable.Range(0, PageSize).Select(number => $$"""
            {
              "id": "{{number:D8}}-9c5d-4b1e-8f3a-2d6b7c8e9f01", "principalName": "user{{number}}@contoso.onmicrosoft.com",
              "emailAddress": "user{{number}}@contoso.com", "displayName": "User {{number}}", "recipientType": "User mailbox",
              "status": "Normal", "hiddenFromAddressListsEnabled": false, "createTime": "2024-02-29 06:27:18",
              "modifiedTime": "2025-03-01 10:00:00", "tenantId": "7d1a4c52-0f6e-4b8a-9e3d-5c2b1a0f9e8d",
              "tenantDomain": "contoso.onmicrosoft.com", "container": "Default Exchange mailbox container",
              "containerId": "3e9b2d61-4c7f-4a5e-8b1d-6f0e9d8c7b6a", "itemCount": {{number}}, "storageUsed": 1024,
              "lastActivityDate": "0001-01-01 00:00:00", "archiveStatus": "None", "recipientLimits": "500",
              "mailboxPolicies": {
                "addressBookPolicy": null, "retentionPolicy": "Default MRM Policy",
                "roleAssignmentPolicy": "Default Role Assignment Policy", "sharingPolicy": "Default Sharing Policy"
              },
              "primaryContact": "", "renewProfile": "N/A", "metadata": [], "phaseAssignees": ""
            }
            """);
        return Encoding.UTF8.GetBytes(
            $$"""{ "mailboxes": [{{string.Join(",", mailboxes)}}], "totalCount": 500, "nextLink": "" }""");
    }
}
