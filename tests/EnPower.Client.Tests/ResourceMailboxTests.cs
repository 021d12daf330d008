using EnPower.Emulator;
using EnPower.Paging;

namespace EnPower;

public sealed class ResourceMailboxTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Path = "/smp/exchange/resourcemailboxes";

    private async Task<ResourceMailbox> Read(string json)
    {
        fixture.Emulator.Faults.Clear();
        fixture.Emulator.Faults.Add(new Fault { Path = Path, ListJson = $"[{json}]", NextLink = "" });
        return Assert.IsType<ResourceMailbox>(
            Assert.Single(await EmulatorFixture.ReadItemsAsync(fixture.CreateClient(), new ListQuery<ResourceMailbox>())));
    }

    [Fact]
    public async Task Every_documented_field_is_read()
    {
        ResourceMailbox mailbox = await Read("""
            {
              "id": "i", "userId": "u", "principalName": "aurora@contoso.com", "name": "aurora", "emailAddress": "aurora@contoso.com",
              "displayName": "Aurora", "recipientType": "Room mailbox", "status": "Normal", "hiddenFromAddressListsEnabled": false,
              "createTime": "2025-01-13 02:32:52", "modifiedTime": "2025-01-22 23:26:10", "tenantId": "t", "tenantDomain": "contoso.com",
              "container": "c", "containerId": "ci", "itemCount": 56, "storageUsed": 1, "issueWarningQuota": 2, "prohibitSendQuota": 3,
              "prohibitSendReceiveQuota": 4, "deletedItemCount": 5, "deletedItemSize": 6, "firstScanTime": "2025-01-13 02:35:03",
              "officeLocation": "B2", "businessPhones": "[\"0000000\"]", "department": "d", "companyName": "cn", "streetAddress": "sa",
              "city": "Bern", "state": "BE", "postalCode": "3000", "countryOrRegion": "CH", "resourceCapacity": 9999,
              "addressBookPolicy": null, "notes": "n", "primaryContact": null, "secondaryContact": { "displayName": "Grace" },
              "metadata": [], "isRegistered": false, "phase": "p", "claimStatus": "Claimed", "customAttributes": {
                "customAttribute1": "1", "customAttribute2": "2", "customAttribute3": "3", "customAttribute4": "4",
                "customAttribute5": "5", "customAttribute6": "6", "customAttribute7": "7", "customAttribute8": "8",
                "customAttribute9": "9", "customAttribute10": "10", "customAttribute11": "11", "customAttribute12": "12",
                "customAttribute13": "13", "customAttribute14": "14", "customAttribute15": "15" }
            }
            """);

        Assert.Equal(("i", "u", "aurora@contoso.com"), (mailbox.Id, mailbox.UserId, mailbox.PrincipalName));
        Assert.Equal(("aurora", "aurora@contoso.com", "Aurora"), (mailbox.Name, mailbox.EmailAddress, mailbox.DisplayName));
        Assert.Equal(
            ("Room mailbox", "Normal", false), (mailbox.RecipientType, mailbox.Status, mailbox.HiddenFromAddressListsEnabled));
        Assert.Equal(new DateTime(2025, 1, 13, 2, 32, 52), mailbox.CreateTime);
        Assert.Equal(new DateTime(2025, 1, 22, 23, 26, 10), mailbox.ModifiedTime);
        Assert.Equal(new DateTime(2025, 1, 13, 2, 35, 3), mailbox.FirstScanTime);
        Assert.Equal(
            ("t", "contoso.com", "c", "ci"), (mailbox.TenantId, mailbox.TenantDomain, mailbox.Container, mailbox.ContainerId));
        Assert.Equal((56L, 1L), (mailbox.ItemCount, mailbox.StorageUsed));
        Assert.Equal((2L, 3L, 4L), (mailbox.IssueWarningQuota, mailbox.ProhibitSendQuota, mailbox.ProhibitSendReceiveQuota));
        Assert.Equal((5L, 6L, 9999L), (mailbox.DeletedItemCount, mailbox.DeletedItemSize, mailbox.ResourceCapacity));
        Assert.Equal(
            ("B2", "d", "cn", "sa"), (mailbox.OfficeLocation, mailbox.Department, mailbox.CompanyName, mailbox.StreetAddress));
        Assert.Equal(("Bern", "BE", "3000", "CH"), (mailbox.City, mailbox.State, mailbox.PostalCode, mailbox.CountryOrRegion));
        Assert.Equal(["0000000"], mailbox.BusinessPhones);
        Assert.Null(mailbox.AddressBookPolicy);
        Assert.Equal("n", mailbox.Notes);
        Assert.Null(mailbox.PrimaryContact);
        Assert.Equal("Grace", mailbox.SecondaryContact!.DisplayName);
        Assert.Empty(mailbox.Metadata);
        Assert.Equal((false, "p", "Claimed"), (mailbox.IsRegistered, mailbox.Phase, mailbox.ClaimStatus));
        Assert.Equal("1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15", mailbox.CustomAttributes!.ToString());
        Assert.Empty(mailbox.AdditionalProperties);
        Assert.Empty(mailbox.CustomAttributes.AdditionalProperties);
    }

    [Theory]
    [InlineData("""  "[\"1\",\"2\"]"  """, "1", "2")]
    [InlineData("""  "[]"  """)]
    [InlineData("""  ""  """)]
    [InlineData("""  "N/A"  """)]
    [InlineData("null")]
    [InlineData("""  ["1", 2, null]  """, "1", "2")]
    [InlineData("""  ["1", ["2", "3"], { "4": "5" }, "6"]  """, "1", "6")]
    [InlineData("""  "+41 44 555 01 00"  """, "+41 44 555 01 00")]
    [InlineData("""  "[not JSON"  """, "[not JSON")]
    [InlineData("5550100", "5550100")]
    [InlineData("true", "true")]
    [InlineData("""  "12"  """, "12")]
    [InlineData("""  "true"  """, "true")]
    [InlineData("""  "null"  """, "null")]
    [InlineData("""  "{}"  """, "{}")]
    [InlineData("""  "[\"1\"] [\"2\"]"  """, "[\"1\"] [\"2\"]")]
    public async Task Phone_numbers_come_as_an_array_whatever_form_they_are_sent_in(string json, params string[] expected) =>
        Assert.Equal(expected, (await Read($$"""{ "businessPhones": {{json}} }""")).BusinessPhones);

    [Fact]
    public async Task Phone_numbers_that_are_missing_are_an_empty_array() => Assert.Empty((await Read("{}")).BusinessPhones);

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"N/A\"")]
    public async Task Custom_attributes_can_be_missing(string json) =>
        Assert.Null((await Read($$"""{ "customAttributes": {{json}} }""")).CustomAttributes);

    [Fact]
    public async Task A_text_in_place_of_the_custom_attributes_is_none_of_them_and_kept()
    {
        ResourceMailbox mailbox = await Read("""{ "customAttributes": "blue" }""");

        Assert.Null(mailbox.CustomAttributes);
        Assert.Equal("blue", mailbox.AdditionalProperties["customAttributes"]);
    }

    [Fact]
    public async Task A_field_that_nobody_knew_of_is_kept() =>
        Assert.Equal(3L, (await Read("""{ "floor": 3 }""")).AdditionalProperties["floor"]);

    [Fact]
    public async Task Parameters_go_to_the_API_by_its_own_names()
    {
        fixture.Emulator.Requests.Clear();

        await EmulatorFixture.ReadItemsAsync(
            fixture.CreateClient(),
            new ListQuery<ResourceMailbox> { Top = 7, Tenant = "nowhere", Filters = [("resourceMailboxType", "2")] });

        Assert.Equal(
            "?top=7&tenant=nowhere&resourceMailboxType=2",
            Assert.Single(fixture.Emulator.Requests.Snapshot(), request => request.Path == Path).Query);
    }
}
