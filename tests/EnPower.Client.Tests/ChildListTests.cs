using EnPower.Emulator;
using EnPower.Paging;

namespace EnPower;

/// <summary>Lists of one parent, and fields with several names.</summary>
public sealed class ChildListTests(SmallEmulatorFixture fixture) : IClassFixture<SmallEmulatorFixture>
{
    private const string Flow = "8a40e648-fd97-4fba-9b47-66ad1a8be89a";

    [Theory]
    [InlineData("a b", "a%20b")]
    [InlineData("a?b=c#d", "a%3Fb%3Dc%23d")]
    [InlineData("a%2F..%2Fb", "a%252F..%252Fb")]
    [InlineData("default-4ec0fd45", "default-4ec0fd45")]
    public void An_identifier_is_one_segment_of_the_path(string identifier, string segment)
    {
        Uri address = new ListQuery<CloudFlowRun>(identifier).ToUri(new Uri("https://localhost/"));

        Assert.Equal($"/smp/powerplatform/powerautomate/cloudflows/{segment}/runs", address.AbsolutePath);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("..\\b")]
    [InlineData("a\nb")]
    public void What_would_leave_its_segment_is_no_identifier(string identifier)
    {
        var exception = Assert.Throws<EnPowerException>(() => new ListQuery<CloudFlowRun>(identifier));

        Assert.Equal(EnPowerErrorId.InvalidIdentifier, exception.ErrorId);
    }

    [Fact]
    public void A_list_of_one_flow_can_be_asked_for_by_a_parameter_too()
    {
        Uri address = new ListQuery<CloudFlowConnection>("a&b=c") { Top = 5, Tenant = "contoso.com" }.ToUri(
            new Uri("https://localhost/"));

        Assert.Equal(
            "/smp/powerplatform/connectionusage/cloudflows?flowId=a%26b%3Dc&top=5&tenant=contoso.com", address.PathAndQuery);
    }

    [Fact]
    public void A_list_without_a_page_size_is_asked_for_none() => Assert.Equal(
        "?tenant=contoso.com",
        new ListQuery<PowerBIDataSourceCount> { Tenant = "contoso.com" }.ToUri(new Uri("https://localhost/")).Query);

    [Fact]
    public async Task A_child_carries_its_parent_and_the_ID_of_the_tenant()
    {
        const string Tenant = "3950bd4b-0000-4000-8000-59e24efa58cb";

        CloudFlowRun run = await ReadAsync<CloudFlowRun>(
            new ListQuery<CloudFlowRun>(Flow) { Tenant = Tenant }, $"cloudflows/{Flow}/runs", """{ "id": "1" }""");

        Assert.Equal((Flow, Tenant), (run.FlowId, run.TenantId));
        Assert.Empty(run.AdditionalProperties);
    }

    [Fact]
    public async Task A_domain_is_not_taken_for_the_ID_of_a_tenant() => Assert.Null((await ReadAsync<CloudFlowRun>(
        new ListQuery<CloudFlowRun>(Flow) { Tenant = "contoso.com" }, $"cloudflows/{Flow}/runs", """{ "id": "1" }""")).TenantId);

    [Fact]
    public async Task What_the_API_says_of_the_parent_counts() => Assert.Equal("other", (await ReadAsync<CloudFlowRun>(
        new ListQuery<CloudFlowRun>(Flow), $"cloudflows/{Flow}/runs", """{ "id": "1", "flowId": "other" }""")).FlowId);

    [Theory]
    [InlineData(
        $"https://localhost/smp/powerplatform/powerautomate/cloudflows/a%20b/runs?tenant=contoso.com&continuation=x",
        "a b",
        "contoso.com")]
    [InlineData("https://localhost/SMP/powerplatform/powerautomate/cloudflows/a/runs", "a", null)]
    [InlineData("https://localhost/smp/elsewhere?page=2", null, null)]
    public void The_address_of_a_page_says_what_parent_it_is_of(string address, string? parent, string? tenant)
    {
        ListQuery<CloudFlowRun> query = ListQuery<CloudFlowRun>.Of(new Uri(address));

        Assert.Equal((parent, tenant), (query.ParentKey, query.Tenant));
    }

    [Theory]
    [InlineData("flowId=a%20b")]
    [InlineData("flowId=a%20b&tenant=contoso.com")]
    public void The_parent_may_be_in_the_query_of_the_address(string query) => Assert.Equal(
        "a b",
        ListQuery<CloudFlowConnection>
            .Of(new Uri($"https://localhost/smp/powerplatform/connectionusage/cloudflows?{query}")).ParentKey);

    [Fact]
    public async Task A_field_is_read_by_each_name_that_the_documentation_has_for_it()
    {
        CloudFlow flow = await ReadFlowAsync(
            """{ "registered": true, "lastRenewedBy": { "displayName": "Grace" },"""
            + """ "RENEWALPROFILE": { "name": "Yearly" }, "creatorJobTile": "Lead" }""");

        Assert.True(flow.IsRegistered);
        Assert.Equal(
            ("Grace", "Yearly", "Lead"), (flow.LastRenewalBy!.DisplayName, flow.RenewProfile!.Name, flow.CreatorJobTitle));
        Assert.Empty(flow.AdditionalProperties);
    }

    [Fact]
    public async Task Of_two_names_for_one_field_the_second_is_kept_beside_it()
    {
        CloudFlow flow = await ReadFlowAsync("""{ "isRegistered": true, "registered": false }""");

        Assert.True(flow.IsRegistered);
        Assert.Equal(false, flow.AdditionalProperties["registered"]);
    }

    [Fact]
    public async Task A_number_that_is_not_documented_is_kept()
    {
        EndOfLifeGroup group = await ReadAsync<EndOfLifeGroup>(
            new ListQuery<EndOfLifeGroup>(),
            "microsoft365/groups",
            """{ "membershipType": 0, "groupType": 8, "visibility": 3 }""");

        Assert.Equal((GroupMembershipType)0, group.MembershipType);
        Assert.Equal(GroupType.MailEnabledSecurityGroup, group.GroupType);
        Assert.Equal((GroupVisibility)3, group.Visibility);
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("2", false)]
    [InlineData("null", null)]
    public async Task A_team_is_public_by_one_number_and_private_by_any_other(string privacy, bool? isPublic) => Assert.Equal(
        isPublic,
        (await ReadAsync<EndOfLifeTeam>(new ListQuery<EndOfLifeTeam>(), "microsoft365/teams", $$"""{ "privacy": {{privacy}} }"""))
            .IsPublic);

    private Task<CloudFlow> ReadFlowAsync(string json) =>
        ReadAsync<CloudFlow>(new ListQuery<CloudFlow>(), "powerautomate/cloudflows", json);

    private async Task<T> ReadAsync<T>(PageQuery query, string path, string json)
        where T : ApiObject
    {
        string service = path.StartsWith("microsoft365", StringComparison.Ordinal) ? "lifecycle"
            : path.StartsWith("cloudflows", StringComparison.Ordinal) ? "powerplatform/powerautomate" : "powerplatform";
        fixture.Emulator.Faults.Clear();
        fixture.Emulator.Faults.Add(new Fault { Path = $"/smp/{service}/{path}", ListJson = $"[{json}]", NextLink = "" });
        return Assert.IsType<T>(
            Assert.Single(await EmulatorFixture.ReadItemsAsync(fixture.CreateClient(), query)), exactMatch: true);
    }
}
