namespace EnPower;

/// <summary>Mailboxes that deviate from the documentation, sent by a real server and read by the real client.</summary>
public sealed class MailboxShapeTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private Task<Mailbox> Read(string json) => fixture.ReadMailboxAsync(json);

    [Fact]
    public async Task The_renewal_dates_added_in_August_2025_are_read()
    {
        Mailbox mailbox = await Read("""
            { "phaseStartTime": "2025-08-01 00:00:01", "renewalDueDate": "2025-09-30 23:59:59", "nextRenewalDate": "2026-08-01 12:00:00" }
            """);

        Assert.Equal(new DateTime(2025, 8, 1, 0, 0, 1), mailbox.PhaseStartTime);
        Assert.Equal(new DateTime(2025, 9, 30, 23, 59, 59), mailbox.RenewalDueDate);
        Assert.Equal(new DateTime(2026, 8, 1, 12, 0, 0), mailbox.NextRenewalDate);
    }

    [Fact]
    public async Task Every_field_of_a_user_is_read()
    {
        Mailbox mailbox = await Read("""
            {
              "primaryContact": {
                "id": "i", "displayName": "Ada", "email": "ada@contoso.com", "tenantId": "t", "userPrincipalName": "ada@c",
                "objectId": "o", "jobTitle": "j", "department": "d", "companyName": "cn", "office": "of", "city": "ci",
                "countryOrRegion": "cr"
              }
            }
            """);

        User user = mailbox.PrimaryContact!;
        Assert.Equal(
            ("i", "Ada", "ada@contoso.com", "t", "ada@c", "o"),
            (user.Id, user.DisplayName, user.Email, user.TenantId, user.UserPrincipalName, user.ObjectId));
        Assert.Equal(
            ("j", "d", "cn", "of", "ci", "cr"),
            (user.JobTitle, user.Department, user.CompanyName, user.Office, user.City, user.CountryOrRegion));
    }

    [Fact]
    public async Task Every_object_of_Cloud_Governance_is_read()
    {
        Mailbox mailbox = await Read("""
            {
              "secondaryContact": { "displayName": "Grace" },
              "lastRenewalBy": { "displayName": "Linus" },
              "renewProfile": { "name": "Yearly", "id": "p1" },
              "electionProfile": { "name": "Owners", "id": "p2" },
              "renewProfileApplied": true, "electionProfileApplied": false,
              "phase": "RenewalExpired", "claimStatus": "Claimed",
              "metadata": [ { "metadataType": 4, "value": "Sales", "id": "m1", "name": "Department", "metadataSetting": { "choices": ["Sales"] } } ]
            }
            """);

        Assert.Equal("Grace", mailbox.SecondaryContact!.DisplayName);
        Assert.Equal("Linus", mailbox.LastRenewalBy!.DisplayName);
        Assert.Equal(("Yearly", "p1"), (mailbox.RenewProfile!.Name, mailbox.RenewProfile.Id));
        Assert.Equal(("Owners", "p2"), (mailbox.ElectionProfile!.Name, mailbox.ElectionProfile.Id));
        Assert.True(mailbox.RenewProfileApplied);
        Assert.False(mailbox.ElectionProfileApplied);
        Assert.Equal(("RenewalExpired", "Claimed"), (mailbox.Phase, mailbox.ClaimStatus));
        CloudGovernanceMetadata metadata = Assert.Single(mailbox.Metadata);
        Assert.Equal(
            (MetadataType.Choice, "Sales", "m1", "Department"),
            (metadata.MetadataType, metadata.Value, metadata.Id, metadata.Name));
        Assert.IsType<IDictionary<string, object?>>(metadata.MetadataSetting, exactMatch: false);
    }

    [Theory]
    [InlineData("""{ "Id": "1", "METADATA": [], "DisplayName": "x" }""")]
    [InlineData("""{ "id": "1", "metadata": [], "displayName": "x" }""")]
    public async Task Field_names_match_in_any_casing(string json)
    {
        Mailbox mailbox = await Read(json);

        Assert.Equal(("1", "x"), (mailbox.Id, mailbox.DisplayName));
        Assert.Empty(mailbox.AdditionalProperties);
    }

    [Fact]
    public async Task Comments_and_trailing_commas_are_passed_over()
    {
        Mailbox mailbox = await Read("""
            { "id": "1", // the identifier
              /* and its name */ "displayName": "x", }
            """);

        Assert.Equal(("1", "x"), (mailbox.Id, mailbox.DisplayName));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"N/A\"")]
    [InlineData("null")]
    public async Task A_placeholder_is_no_object(string placeholder)
    {
        Mailbox mailbox = await Read($$"""
            {
              "mailboxPolicies": {{placeholder}}, "primaryContact": {{placeholder}}, "secondaryContact": {{placeholder}},
              "lastRenewalBy": {{placeholder}}, "renewProfile": {{placeholder}}, "electionProfile": {{placeholder}},
              "metadata": {{placeholder}}, "phaseAssignees": {{placeholder}}
            }
            """);

        Assert.Null(mailbox.MailboxPolicies);
        Assert.Null(mailbox.PrimaryContact);
        Assert.Null(mailbox.SecondaryContact);
        Assert.Null(mailbox.LastRenewalBy);
        Assert.Null(mailbox.RenewProfile);
        Assert.Null(mailbox.ElectionProfile);
        Assert.Empty(mailbox.Metadata);
        Assert.Empty(mailbox.PhaseAssignees);
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"N/A\"")]
    [InlineData("null")]
    public async Task A_placeholder_is_no_value(string placeholder)
    {
        Mailbox mailbox = await Read($$"""
            { "createTime": {{placeholder}}, "itemCount": {{placeholder}}, "autoReplyEnabled": {{placeholder}} }
            """);

        Assert.Null(mailbox.CreateTime);
        Assert.Null(mailbox.ItemCount);
        Assert.Null(mailbox.AutoReplyEnabled);
    }

    [Fact]
    public async Task Text_in_place_of_an_object_names_it()
    {
        Mailbox mailbox = await Read("""{ "primaryContact": "Ada Lovelace", "renewProfile": "Yearly" }""");

        Assert.Equal("Ada Lovelace", mailbox.PrimaryContact!.DisplayName);
        Assert.Equal("Yearly", mailbox.RenewProfile!.Name);
    }

    [Fact]
    public async Task One_assignee_may_come_bare()
    {
        Mailbox mailbox = await Read("""{ "phaseAssignees": { "displayName": "Ada" } }""");

        Assert.Equal(["Ada"], mailbox.PhaseAssignees.Select(user => user.DisplayName));
    }

    [Fact]
    public async Task Several_assignees_come_as_an_array()
    {
        Mailbox mailbox = await Read("""{ "phaseAssignees": [ { "displayName": "Ada" }, "", { "displayName": "Grace" } ] }""");

        Assert.Equal(["Ada", "Grace"], mailbox.PhaseAssignees.Select(user => user.DisplayName));
    }

    [Theory]
    [InlineData("56", 56L)]
    [InlineData("\"56\"", 56L)]
    [InlineData("56.0", 56L)]
    [InlineData("\"0.00\"", 0L)]
    [InlineData("9007199254740993", 9007199254740993L)]
    [InlineData("\"Unlimited\"", null)]
    public async Task A_whole_number_may_be_written_as_text(string json, long? expected)
    {
        Mailbox mailbox = await Read($$"""{ "itemCount": {{json}}, "prohibitSendQuota": {{json}} }""");

        Assert.Equal(expected, mailbox.ItemCount);
        Assert.Equal(expected, mailbox.ProhibitSendQuota);
    }

    [Theory]
    [InlineData("\"500\"", "500")]
    [InlineData("500", "500")]
    [InlineData("\"Unlimited\"", "Unlimited")]
    [InlineData("null", null)]
    public async Task Recipient_limits_may_be_a_number_or_unlimited(string json, string? expected)
    {
        Mailbox mailbox = await Read($$"""{ "recipientLimits": {{json}} }""");

        Assert.Equal(expected, mailbox.RecipientLimits);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("\"true\"", true)]
    [InlineData("\"False\"", false)]
    [InlineData("1", true)]
    [InlineData("0", false)]
    public async Task A_boolean_may_be_written_otherwise(string json, bool expected)
    {
        Mailbox mailbox = await Read($$"""{ "litigationHoldEnabled": {{json}} }""");

        Assert.Equal(expected, mailbox.LitigationHoldEnabled);
    }

    [Theory]
    [InlineData("2024-02-29 06:27:18", "2024-02-29T06:27:18.0000000")]
    [InlineData("2024-02-29T06:27:18", "2024-02-29T06:27:18.0000000")]
    [InlineData("2024-02-29T06:27:18.1234567", "2024-02-29T06:27:18.1234567")]
    [InlineData("2024-02-29", "2024-02-29T00:00:00.0000000")]
    public async Task A_date_without_zone_gets_none(string json, string expected)
    {
        Mailbox mailbox = await Read($$"""{ "createTime": "{{json}}" }""");

        Assert.Equal(expected, mailbox.CreateTime!.Value.ToString("O"));
        Assert.Equal(DateTimeKind.Unspecified, mailbox.CreateTime.Value.Kind);
    }

    [Fact]
    public async Task A_date_with_zone_is_in_universal_time()
    {
        Mailbox mailbox = await Read("""{ "createTime": "2024-02-29T06:27:18+02:00" }""");

        Assert.Equal("2024-02-29T04:27:18.0000000Z", mailbox.CreateTime!.Value.ToString("O"));
    }

    [Theory]
    [InlineData("0001-01-01 00:00:00")]
    [InlineData("0001-01-01T00:00:00")]
    public async Task The_first_second_of_year_1_means_never(string json)
    {
        Mailbox mailbox = await Read($$"""{ "lastActivityDate": "{{json}}" }""");

        Assert.Null(mailbox.LastActivityDate);
    }

    [Fact]
    public async Task An_unknown_field_is_kept_in_plain_values()
    {
        Mailbox mailbox = await Read("""
            { "id": "1", "sensitivityLabel": "Secret", "copilotScore": 7, "ratio": 0.25, "isNew": true, "nothing": null,
              "owners": [ "Ada", { "name": "Grace" } ] }
            """);

        Assert.Equal("Secret", mailbox.AdditionalProperties["SENSITIVITYLABEL"]);
        Assert.Equal(7L, mailbox.AdditionalProperties["copilotScore"]);
        Assert.Equal(0.25m, mailbox.AdditionalProperties["ratio"]);
        Assert.Equal(true, mailbox.AdditionalProperties["isNew"]);
        Assert.Null(mailbox.AdditionalProperties["nothing"]);
        var owners = Assert.IsType<ItemList<object?>>(mailbox.AdditionalProperties["owners"]);
        Assert.Equal("Ada", owners[0]);
        Assert.Equal("Grace", Assert.IsType<FieldDictionary>(owners[1])["name"]);
    }

    [Fact]
    public async Task An_unknown_field_of_a_nested_object_is_kept_too()
    {
        Mailbox mailbox = await Read("""{ "primaryContact": { "displayName": "Ada", "manager": "Charles" } }""");

        Assert.Equal("Charles", mailbox.PrimaryContact!.AdditionalProperties["manager"]);
    }

    [Theory]
    [InlineData("\"Sales\"", "Sales")]
    [InlineData("12", 12L)]
    [InlineData("false", false)]
    [InlineData("null", null)]
    public async Task Metadata_values_are_of_any_kind(string json, object? expected)
    {
        Mailbox mailbox = await Read($$"""{ "metadata": [ { "name": "m", "metadataType": "3", "value": {{json}} } ] }""");

        Assert.Equal(expected, Assert.Single(mailbox.Metadata).Value);
    }

    [Fact]
    public async Task A_metadata_type_nobody_knew_of_keeps_its_number()
    {
        Mailbox mailbox = await Read("""{ "metadata": [ { "metadataType": 99 } ] }""");

        Assert.Equal(99, (int)Assert.Single(mailbox.Metadata).MetadataType!.Value);
    }

    [Fact]
    public async Task A_missing_field_is_null()
    {
        Mailbox mailbox = await Read("{}");

        Assert.Null(mailbox.Id);
        Assert.Null(mailbox.ItemCount);
        Assert.Null(mailbox.IsRegistered);
        Assert.Empty(mailbox.Metadata);
        Assert.Empty(mailbox.PhaseAssignees);
    }

    [Theory]
    [InlineData("""{ "principalName": "ada@contoso.com", "emailAddress": "a@contoso.com" }""", "ada@contoso.com")]
    [InlineData("""{ "principalName": "", "emailAddress": "a@contoso.com" }""", "a@contoso.com")]
    [InlineData("""{ "displayName": "Ada", "id": "1" }""", "1")]
    [InlineData("""{ "displayName": "Ada" }""", "Ada")]
    [InlineData("{}", "EnPower.Mailbox")]
    public async Task In_a_string_a_mailbox_is_a_name_that_no_other_has_where_it_can_be(string json, string expected) =>
        Assert.Equal(expected, (await Read(json)).ToString());
}
