using System.Globalization;

namespace EnPower.Snapshots;

public sealed class SnapshotComparisonTests
{
    private static readonly ComparisonOptions Force = new((_, property) => !property.IsVolatile) { Force = true };

    [Fact]
    public void Every_property_that_is_not_volatile_is_compared()
    {
        foreach (ResourceProperty property in ResourceModel.Of(typeof(Mailbox)).Properties.Where(
            property => !property.IsKey && property.Group is null))
        {
            string json = property.Field switch
            {
                "metadata" => """[{"id":"1","name":"Cost centre","value":"4711"}]""",
                "phaseAssignees" => """[{"id":"1","userPrincipalName":"ada@contoso.com"}]""",
                _ when property.Name.EndsWith("Enabled", StringComparison.Ordinal)
                    || property.Name is "IsRegistered" or "RenewProfileApplied" or "ElectionProfileApplied" => "true",
                _ when property.Name.EndsWith("Time", StringComparison.Ordinal)
                    || property.Name.EndsWith("Date", StringComparison.Ordinal) => "\"2026-06-01 10:00:00\"",
                _ => "\"12\"",
            };
            Snapshot before = OfMailboxes("""{"id":"a"}""");
            Snapshot after = OfMailboxes($$"""{"id":"a","{{property.Field}}":{{json}}}""");
            bool isTenant = property.Name is "TenantId" or "TenantDomain";

            IReadOnlyList<Change> changes = before.Compare(after);

            if (property.IsVolatile)
            {
                Assert.Empty(changes);
                changes = before.Compare(after, new ComparisonOptions((_, _) => true));
            }

            if (isTenant && property.Name == "TenantId")
            {
                // An object with the same key in another tenant is a different object.
                Assert.Equal([ChangeType.Added, ChangeType.Removed], changes.Select(change => change.ChangeType));
                continue;
            }

            Change change = Assert.Single(changes);
            Assert.Equal(property.Name, change.Property);
            Assert.Equal(property.IsSecurityRelevant, change.IsSecurityRelevant);
            Assert.NotNull(change.NewValue);
        }
    }

    [Fact]
    public void An_object_that_is_in_one_snapshot_only_was_added_or_removed()
    {
        Change[] changes = [.. OfMailboxes("""{"id":"a","displayName":"Ada"}""", """{"id":"b"}""")
            .Compare(OfMailboxes("""{"id":"b"}""", """{"id":"c","displayName":"Carl"}"""))];

        Assert.Equal([ChangeType.Added, ChangeType.Removed], changes.Select(change => change.ChangeType));
        Assert.Equal(["c", "a"], changes.Select(change => change.Key));
        Assert.Equal(["Carl", "Ada"], changes.Select(change => change.DisplayName));
        Assert.Equal("c", Assert.IsType<Mailbox>(changes[0].NewValue).Id);
        Assert.Equal("a", Assert.IsType<Mailbox>(changes[1].OldValue).Id);
        Assert.All(changes, change => Assert.Null(change.Property));
    }

    [Theory]
    [InlineData("""{"id":"a"}""", false)]
    [InlineData("""{"id":"a","displayName":"Ada","externalEmailForwardingEnabled":false}""", false)]
    [InlineData("""{"id":"a","externalEmailForwardingEnabled":true}""", true)]
    [InlineData("""{"id":"a","mailboxPolicies":{"sharingPolicy":"Open"}}""", true)]
    public void An_object_that_was_added_matters_to_security_where_a_property_that_does_has_a_value(
        string mailbox,
        bool expected) =>
        Assert.Equal(expected, Assert.Single(OfMailboxes().Compare(OfMailboxes(mailbox))).IsSecurityRelevant);

    [Theory]
    [InlineData("the order of fields", """{"displayName":"Ada","alias":"a"}""", """{"alias":"a","displayName":"Ada"}""")]
    [InlineData("casing of names", """{"displayName":"Ada"}""", """{"DisplayName":"Ada"}""")]
    [InlineData("null beside absent", """{"displayName":null}""", """{}""")]
    [InlineData("an empty text beside absent", """{"displayName":""}""", """{}""")]
    [InlineData("a placeholder beside null", """{"displayName":"N/A"}""", """{"displayName":null}""")]
    [InlineData("a placeholder of a date", """{"createTime":"0001-01-01 00:00:00"}""", """{}""")]
    [InlineData("a placeholder of an object", """{"renewProfile":"N/A"}""", """{"renewProfile":null}""")]
    [InlineData("an object without values", """{"mailboxPolicies":{"sharingPolicy":""}}""", """{}""")]
    [InlineData("an empty list", """{"metadata":[]}""", """{}""")]
    [InlineData(
        "the order of objects",
        """{"phaseAssignees":[{"id":"1"},{"id":"2"}]}""",
        """{"phaseAssignees":[{"id":"2"},{"id":"1"}]}""")]
    [InlineData(
        "the order of values within",
        """{"metadata":[{"id":"1","value":["a","b"]}]}""",
        """{"metadata":[{"id":"1","value":["b","a"]}]}""")]
    [InlineData(
        "the order of members",
        """{"metadata":[{"id":"1","value":{"a":1,"b":2}}]}""",
        """{"metadata":[{"id":"1","value":{"b":2,"a":1}}]}""")]
    [InlineData("a list's only item", """{"phaseAssignees":{"id":"1"}}""", """{"phaseAssignees":[{"id":"1"}]}""")]
    [InlineData("one instant", """{"createTime":"2026-06-01 10:00:00"}""", """{"createTime":"2026-06-01T12:00:00+02:00"}""")]
    [InlineData("zeros behind the point", """{"issueWarningQuota":5}""", """{"issueWarningQuota":5.0}""")]
    [InlineData(
        "zeros behind the point of any value",
        """{"metadata":[{"id":"1","value":1.50}]}""",
        """{"metadata":[{"id":"1","value":1.5}]}""")]
    [InlineData("a number as text", """{"issueWarningQuota":5}""", """{"issueWarningQuota":"5"}""")]
    [InlineData("escapes", """{"displayName":"\u0041da"}""", """{"displayName":"Ada"}""")]
    [InlineData("an undocumented field", """{"sensitivityLabel":"Internal"}""", """{"sensitivityLabel":"Public"}""")]
    public void What_means_the_same_is_no_change(string what, string before, string after)
    {
        IReadOnlyList<Change> changes = OfMailboxes(WithId(before))
            .Compare(OfMailboxes(WithId(after)), options: null, out IReadOnlyList<string> warnings);

        Assert.True(changes.Count == 0, what);
        Assert.Empty(warnings);
    }

    [Theory]
    [InlineData("Ada", "ada")]
    [InlineData("Zu\u0308rich", "Zürich")]
    [InlineData("Strasse", "Straße")]
    [InlineData("Ada", "Ada ")]
    public void Texts_that_differ_in_any_character_are_different(string before, string after) => Assert.Single(
        Snapshot.Of(new Mailbox { Id = "a", DisplayName = before })
            .Compare(Snapshot.Of(new Mailbox { Id = "a", DisplayName = after })));

    [Fact]
    public void A_property_of_a_group_is_a_change_by_its_own_name()
    {
        Change change = Assert.Single(
            OfMailboxes("""{"id":"a","mailboxPolicies":{"sharingPolicy":"Open","retentionPolicy":"R"}}""")
                .Compare(OfMailboxes("""{"id":"a","mailboxPolicies":{"sharingPolicy":"Closed","retentionPolicy":"R"}}""")));

        Assert.Equal("MailboxPolicies.SharingPolicy", change.Property);
        Assert.Equal(("Open", "Closed"), (change.OldValue, change.NewValue));
        Assert.True(change.IsSecurityRelevant);
    }

    [Fact]
    public void Another_contact_is_one_change()
    {
        Change change = Assert.Single(
            OfMailboxes("""{"id":"a","primaryContact":{"id":"1","email":"ada@contoso.com","city":"Bern"}}""")
                .Compare(OfMailboxes("""{"id":"a","primaryContact":{"id":"2","email":"bob@contoso.com","city":"Rome"}}""")));

        Assert.Equal("PrimaryContact", change.Property);
        Assert.Equal(("ada@contoso.com", "bob@contoso.com"), (change.OldValue?.ToString(), change.NewValue?.ToString()));
        Assert.True(change.IsSecurityRelevant);
    }

    [Fact]
    public void The_same_contact_with_another_title_is_a_change_of_the_title()
    {
        Change change = Assert.Single(OfMailboxes("""{"id":"a","primaryContact":{"id":"1","jobTitle":"Lead"}}""")
            .Compare(OfMailboxes("""{"id":"a","primaryContact":{"id":"1","jobTitle":"Head"}}""")));

        Assert.Equal("PrimaryContact.JobTitle", change.Property);
        Assert.False(change.IsSecurityRelevant);
    }

    [Fact]
    public void One_key_in_two_tenants_is_two_objects() => Assert.Empty(
        OfMailboxes("""{"id":"a","tenantId":"1","alias":"x"}""", """{"id":"a","tenantId":"2","alias":"y"}""")
            .Compare(OfMailboxes("""{"id":"a","tenantId":"2","alias":"y"}""", """{"id":"a","tenantId":"1","alias":"x"}""")));

    [Fact]
    public void Objects_without_a_key_or_with_one_that_comes_twice_are_told_of_and_not_guessed_at()
    {
        IReadOnlyList<Change> changes =
            OfMailboxes("""{"alias":"x"}""", """{"id":"a","alias":"1"}""", """{"id":"a","alias":"2"}""")
            .Compare(
                OfMailboxes("""{"alias":"y"}""", """{"id":"a","alias":"1"}"""),
                options: null,
                out IReadOnlyList<string> warnings);

        Assert.Empty(changes);
        Assert.Equal(
            [
                "2 objects have no key, and were not compared.",
                "1 objects repeat the key of another on the same side. Only the first of each key was compared.",
            ],
            warnings);
    }

    [Fact]
    public void Of_objects_with_one_key_in_the_later_snapshot_the_first_is_compared()
    {
        IReadOnlyList<Change> changes = OfMailboxes("""{"id":"a","alias":"1"}""")
            .Compare(
                OfMailboxes("""{"id":"a","alias":"2"}""", """{"id":"a","alias":"3"}""", """{"id":"a","alias":"4"}"""),
                options: null,
                out IReadOnlyList<string> warnings);

        Assert.Equal("2", Assert.Single(changes).NewValue);
        Assert.StartsWith("2 objects repeat the key", Assert.Single(warnings));
    }

    [Fact]
    public void A_line_that_is_no_object_is_an_error_that_names_it()
    {
        var exception = Assert.Throws<EnPowerException>(() => OfMailboxes("""{"id":"a"}""", "[]").Compare(OfMailboxes()));

        Assert.Equal(EnPowerErrorId.InvalidSnapshot, exception.ErrorId);
        Assert.Contains("line 3", exception.Message);
        Assert.Contains("not a JSON object", exception.Message);
    }

    [Fact]
    public void A_file_that_is_replaced_during_the_comparison_is_an_error()
    {
        Snapshot[] contents = [OfMailboxes("""{"id":"a","alias":"1"}"""), OfMailboxes("""{"id":"b"}""")];
        int opened = 0;
        var reference = new SnapshotSide(
            "old", () => new MemoryStream(contents[opened++ < 2 ? 0 : 1].Bytes), CancellationToken.None);
        var difference = new SnapshotSide(
            "new", () => new MemoryStream(OfMailboxes("""{"id":"a","alias":"2"}""").Bytes), CancellationToken.None);
        var comparison = new SnapshotComparison(reference, difference, Force);

        var exception = Assert.Throws<EnPowerException>(() => comparison.Run().Count());

        Assert.Equal(
            (EnPowerErrorId.InvalidSnapshot, "old was changed during the comparison."), (exception.ErrorId, exception.Message));
    }

    [Fact]
    public void Objects_that_did_not_change_come_out_where_they_are_wanted()
    {
        var options = new ComparisonOptions((_, property) => !property.IsVolatile) { IncludesUnchanged = true };

        IReadOnlyList<Change> changes =
            OfMailboxes(
                """{"id":"a","alias":"x"}""",
                """{"id":"b","metadata":[{"id":"1"},{"id":"2"}]}""",
                """{"id":"c"}""")
            .Compare(
                OfMailboxes(
                    """{"id":"a","alias":"x"}""",
                    """{"id":"b","metadata":[{"id":"2"},{"id":"1"}]}""",
                    """{"id":"c","alias":"z"}"""),
                options);

        Assert.Equal(
            [("a", ChangeType.Unchanged), ("b", ChangeType.Unchanged), ("c", ChangeType.Changed)],
            changes.Select(change => (change.Key, change.ChangeType)));
    }

    [Fact]
    public void Changes_that_do_not_matter_to_security_can_be_left_out()
    {
        var options = new ComparisonOptions((_, property) => !property.IsVolatile) { IsOnlySecurityRelevant = true };

        IReadOnlyList<Change> changes = OfMailboxes("""{"id":"a"}""")
            .Compare(OfMailboxes("""{"id":"a","alias":"x","litigationHoldEnabled":true}""", """{"id":"b"}"""), options);

        Assert.Equal("LitigationHoldEnabled", Assert.Single(changes).Property);
    }

    [Fact]
    public void A_field_that_one_side_did_not_know_is_no_change_but_a_warning()
    {
        Mailbox before = new() { Id = "a", Alias = "x" };
        Mailbox after = new() { Id = "a", Alias = "x", Status = "Normal", LitigationHoldEnabled = true };
        Snapshot ofOlderModule = Snapshot.Of([before], Snapshot.Everything, isKnown: field => field != "status");
        Snapshot ofOlderApi = Snapshot.Of([before], Snapshot.Everything, missingFields: ["status"]);
        Snapshot now = Snapshot.Of(after);

        foreach ((Snapshot reference, Snapshot difference) in new[]
        {
            (ofOlderModule, now), (now, ofOlderModule), (ofOlderApi, now), (now, ofOlderApi),
        })
        {
            Change change = Assert.Single(reference.Compare(difference, options: null, out IReadOnlyList<string> warnings));

            Assert.Equal("LitigationHoldEnabled", change.Property);
            Assert.Contains("status", Assert.Single(warnings));
        }
    }

    [Fact]
    public void A_field_is_compared_whatever_the_casing_of_its_name()
    {
        Change change = Assert.Single(
            OfMailboxes("""{"id":"a","DISPLAYNAME":"Ada"}""").Compare(OfMailboxes("""{"id":"a","DISPLAYNAME":"Eve"}""")));

        Assert.Equal(("DisplayName", "Ada", "Eve"), (change.Property, change.OldValue, change.NewValue));
    }

    [Fact]
    public void A_value_that_is_in_another_field_now_is_two_changes() => Assert.Equal(
        ["Alias", "DisplayName"],
        OfMailboxes("""{"id":"a","displayName":"Ada"}""").Compare(OfMailboxes("""{"id":"a","alias":"Ada"}"""))
            .Select(change => change.Property).Order(StringComparer.Ordinal));

    [Fact]
    public void A_field_that_neither_side_knew_is_not_worth_a_word()
    {
        Snapshot snapshot = Snapshot.Of([new Mailbox { Id = "a" }], Snapshot.Everything, missingFields: ["status"]);

        Assert.Empty(snapshot.Compare(snapshot, options: null, out IReadOnlyList<string> warnings));
        Assert.Empty(warnings);
    }

    [Fact]
    public void A_field_of_a_later_version_is_no_change_but_a_warning()
    {
        string[] lines = [.. Snapshot.Of(new Mailbox { Id = "a" }).Lines];
        Snapshot later(string value) => Snapshot.OfLines(
            [lines[0].Replace("\"id\",", "\"id\",\"isGuest\","), $$"""{"id":"a","isGuest":{{value}}}""", lines[2]]);

        Assert.Empty(later("true").Compare(later("false"), options: null, out IReadOnlyList<string> warnings));
        Assert.Equal(
            "Fields that one side or this version of EnPower does not know were not compared: isGuest.", Assert.Single(warnings));
    }

    [Fact]
    public void An_incomplete_side_is_refused_and_by_force_tells_nothing_of_what_it_lacks()
    {
        Mailbox[] all = [new() { Id = "a", Alias = "1" }, new() { Id = "b" }];
        Snapshot whole = Snapshot.Of(all);
        Snapshot broken = Snapshot.Of(
            [new Mailbox { Id = "a", Alias = "2" }], Snapshot.Everything, reason: "The service failed.");

        Assert.Contains("The service failed.", AssertRefused(whole, broken).Message);
        Assert.Contains("The service failed.", AssertRefused(broken, whole).Message);
        Assert.Equal("Alias", Assert.Single(whole.Compare(broken, Force)).Property);
        Assert.Equal("Alias", Assert.Single(broken.Compare(whole, Force)).Property);
    }

    [Fact]
    public void Another_resource_is_refused_and_by_force_has_nothing_in_common()
    {
        Snapshot mailboxes = Snapshot.Of(new Mailbox { Id = "a" });
        Snapshot rooms = Snapshot.Of(new ResourceMailbox { Id = "a" });

        Assert.Equal(
            "old contains Mailbox objects, new contains ResourceMailbox objects.", AssertRefused(mailboxes, rooms).Message);
        Assert.Empty(mailboxes.Compare(rooms, Force));
    }

    [Fact]
    public void Other_tenants_are_refused_and_by_force_an_object_of_another_tenant_is_not_removed()
    {
        Mailbox contoso = new() { Id = "a", TenantId = "1", TenantDomain = "contoso.com" };
        Mailbox fabrikam = new() { Id = "b", TenantId = "2", TenantDomain = "fabrikam.com" };
        Mailbox gone = new() { Id = "c", TenantId = "1", TenantDomain = "contoso.com" };
        Snapshot all = Snapshot.Of(contoso, fabrikam, gone);
        Snapshot one = Snapshot.Of([contoso], Snapshot.Everything with { Tenants = ["CONTOSO.com"] });

        AssertRefused(all, one);
        Assert.Equal("c", Assert.Single(all.Compare(one, Force)).Key);
        Assert.Equal("c", Assert.Single(one.Compare(all, Force)).Key);
    }

    [Fact]
    public void A_tenant_that_was_read_and_had_nothing_has_its_objects_added()
    {
        Mailbox fabrikam = new() { Id = "b", TenantId = "2", TenantDomain = "fabrikam.com" };
        Snapshot before = Snapshot.Of([], Snapshot.Everything with { Tenants = ["contoso.com", "fabrikam.com"] });
        Snapshot after = Snapshot.Of([fabrikam], Snapshot.Everything with { Tenants = ["fabrikam.com", "northwind.com"] });

        Change change = Assert.Single(before.Compare(after, Force));

        Assert.Equal((ChangeType.Added, "b"), (change.ChangeType, change.Key));
    }

    [Fact]
    public void Tenants_are_named_up_to_three_and_then_counted()
    {
        Snapshot three = Snapshot.Of([], Snapshot.Everything with { Tenants = ["a.com", "b.com", "c.com"] });
        Snapshot four = Snapshot.Of([], Snapshot.Everything with { Tenants = ["a.com", "b.com", "c.com", "d.com"] });

        Assert.Contains(
            "old covers the tenants a.com, b.com, c.com, new covers 4 tenants.", AssertRefused(three, four).Message);
    }

    [Fact]
    public void All_tenants_of_two_organizations_are_refused() => Assert.Equal(
        "old and new have no tenant in common.",
        AssertRefused(
            Snapshot.Of(new Mailbox { Id = "a", TenantId = "1" }),
            Snapshot.Of(new Mailbox { Id = "b", TenantId = "2" })).Message);

    [Fact]
    public void Other_filters_are_refused_and_by_force_nothing_was_added_or_removed()
    {
        Snapshot all = Snapshot.Of(new Mailbox { Id = "a" }, new Mailbox { Id = "b" });
        Snapshot users = Snapshot.Of(
            [new Mailbox { Id = "a" }],
            Snapshot.Everything with { Filters = new Dictionary<string, string> { ["mailboxType"] = "1" } });

        Assert.Equal("old was read with no filter, new with mailboxType=1.", AssertRefused(all, users).Message);
        Assert.Empty(all.Compare(users, Force));
        Assert.Empty(users.Compare(all, Force));
    }

    [Fact]
    public void Objects_that_a_command_chose_are_refused_beside_all_of_them()
    {
        Snapshot all = Snapshot.Of(new Mailbox { Id = "a" }, new Mailbox { Id = "b" });
        Snapshot chosen = Snapshot.Of([new Mailbox { Id = "a" }], Snapshot.Everything, readCount: 2);

        Assert.Equal("new is a filtered selection of the objects read.", AssertRefused(all, chosen).Message);
        Assert.Equal("old is a filtered selection of the objects read.", AssertRefused(chosen, all).Message);
        Assert.Empty(all.Compare(chosen, Force));
        Assert.Empty(chosen.Compare(chosen, options: null, out IReadOnlyList<string> warnings));
        Assert.Equal(
            "Both sides are filtered selections of the objects read. An added or removed object may have passed or missed a "
            + "filter.",
            Assert.Single(warnings));
    }

    [Fact]
    public void What_belongs_to_a_parent_that_was_not_read_is_not_removed()
    {
        CloudFlowRun[] runs =
            [new() { Id = "1", ParentKey = "a" }, new() { Id = "2", ParentKey = "b" }, new() { Id = "3", ParentKey = "a" }];
        Snapshot both = Snapshot.Of(runs, Snapshot.Everything with { Parents = ["a", "b"] });
        Snapshot one = Snapshot.Of([runs[0]], Snapshot.Everything with { Parents = ["a"] });

        Change change = Assert.Single(both.Compare(one));

        Assert.Equal((ChangeType.Removed, "3"), (change.ChangeType, ((CloudFlowRun)change.OldValue!).Id));
    }

    [Fact]
    public void More_changes_than_wait_at_once_all_come_out_in_whatever_order_the_lines_are()
    {
        const int count = 12_000;
        string notes = new('x', 2000);
        Mailbox[] before = [.. Enumerable.Range(0, count)
            .Select(i => new Mailbox { Id = Name(i), Name = notes, Alias = "before" })];
        Mailbox[] after = [.. Enumerable.Range(0, count).Reverse()
            .Select(i => new Mailbox { Id = Name(i), Name = notes, Alias = "after" })];

        IReadOnlyList<Change> changes = Snapshot.Of(before).Compare(Snapshot.Of(after));

        Assert.Equal(Enumerable.Range(0, count).Select(Name), changes.Select(change => change.Key).Order(StringComparer.Ordinal));
        Assert.All(
            changes, change => Assert.Equal(("Alias", "before", "after"), (change.Property, change.OldValue, change.NewValue)));

        static string Name(int number) => number.ToString("d6", CultureInfo.InvariantCulture);
    }

    private static EnPowerException AssertRefused(Snapshot reference, Snapshot difference)
    {
        var exception = Assert.Throws<EnPowerException>(() => reference.Compare(difference));
        Assert.Equal(EnPowerErrorId.SnapshotsNotComparable, exception.ErrorId);
        return exception;
    }

    private static string WithId(string fields) => fields == "{}" ? """{"id":"a"}""" : """{"id":"a",""" + fields[1..];

    private static Snapshot OfMailboxes(params string[] lines)
    {
        string[] empty = [.. Snapshot.Of().Lines];
        return Snapshot.OfLines(
        [
            empty[0],
            .. lines,
            empty[1]
                .Replace("\"count\":0", $"\"count\":{lines.Length}")
                .Replace("\"readCount\":0", $"\"readCount\":{lines.Length}"),
        ]);
    }
}
