namespace EnPower;

public sealed class CompareSnapshotTests : IClassFixture<EmulatorFixture>, IDisposable
{
    private readonly SnapshotFolder _folder = new();
    private readonly Session _session;
    private readonly IReadOnlyList<Mailbox> _mailboxes;

    public CompareSnapshotTests(EmulatorFixture fixture)
    {
        _session = fixture.Connect();
        _session.Set("old", _folder["old"]);
        _session.Set("new", _folder["new"]);
        _mailboxes = _session.Read("Get-EnPowerMailbox | Export-EnPowerSnapshot $old; Get-EnPowerMailbox");
    }

    public static TheoryData<string, object?, Action<Mailbox>> Plants => new()
    {
        { "DisplayName", "Ada Lovelace", mailbox => mailbox.DisplayName = "Ada Lovelace" },
        { "PrincipalName", "ada@contoso.com", mailbox => mailbox.PrincipalName = "ada@contoso.com" },
        { "LitigationHoldEnabled", true, mailbox => mailbox.LitigationHoldEnabled = true },
        { "IssueWarningQuota", 5L, mailbox => mailbox.IssueWarningQuota = 5 },
        { "IssueWarningQuota", null, mailbox => mailbox.IssueWarningQuota = null },
        { "CreateTime", new DateTime(2026, 1, 2, 3, 4, 5), mailbox => mailbox.CreateTime = new DateTime(2026, 1, 2, 3, 4, 5) },
        { "MailboxPolicies.SharingPolicy", "Open", mailbox => mailbox.MailboxPolicies = Policies("Open") },
        { "MailboxPolicies.SharingPolicy", null, mailbox => mailbox.MailboxPolicies = Policies(null) },
    };

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Snapshots_of_the_same_mailboxes_have_no_changes()
    {
        Assert.Empty(_session.Run("Get-EnPowerMailbox | Export-EnPowerSnapshot $new; Compare-EnPowerSnapshot $old $new"));
        Assert.Empty(_session.Run("Get-EnPowerMailbox | Compare-EnPowerSnapshot $old"));
    }

    [Fact]
    public void A_snapshot_and_itself_have_no_changes() => Assert.Empty(_session.Run("Compare-EnPowerSnapshot $old $old"));

    [Theory]
    [MemberData(nameof(Plants))]
    public void A_property_that_changed_is_one_change(string property, object? value, Action<Mailbox> plant)
    {
        Mailbox mailbox = _mailboxes[700];
        object? before = ValueOf(mailbox, property);
        plant(mailbox);

        Change change = Assert.Single(Compare());

        Assert.Equal(ChangeType.Changed, change.ChangeType);
        Assert.Equal("Mailbox", change.Resource);
        Assert.Equal(mailbox.Id, change.Key);
        Assert.Equal(mailbox.DisplayName, change.DisplayName);
        Assert.Equal(mailbox.TenantId, change.TenantId);
        Assert.Equal(mailbox.TenantDomain, change.TenantDomain);
        Assert.Equal(property, change.Property);
        Assert.Equal(before, change.OldValue);
        Assert.Equal(value, change.NewValue);
    }

    [Theory]
    [InlineData("-Property DisplayName", "DisplayName")]
    [InlineData("-Property Display*, *Hold*", "DisplayName LitigationHoldEnabled")]
    [InlineData("-Property StorageUsed", "StorageUsed")]
    [InlineData("-Property Storage*", "")]
    [InlineData("-Property Storage* -IncludeVolatile", "StorageUsed")]
    [InlineData("-Property MailboxPolicies", "MailboxPolicies.SharingPolicy")]
    [InlineData("-Property mailboxpolicies.sharingpolicy", "MailboxPolicies.SharingPolicy")]
    [InlineData("-ExcludeProperty MailboxPolicies, Display*", "LitigationHoldEnabled")]
    [InlineData("-IncludeVolatile", "DisplayName LitigationHoldEnabled MailboxPolicies.SharingPolicy StorageUsed")]
    [InlineData("-SecurityRelevant", "LitigationHoldEnabled MailboxPolicies.SharingPolicy")]
    [InlineData("", "DisplayName LitigationHoldEnabled MailboxPolicies.SharingPolicy")]
    public void Properties_are_compared_that_are_asked_for(string parameters, string expected)
    {
        Mailbox mailbox = _mailboxes[700];
        mailbox.DisplayName = "Ada Lovelace";
        mailbox.LitigationHoldEnabled = true;
        mailbox.MailboxPolicies = Policies("Open");
        mailbox.StorageUsed++;

        Assert.Equal(
            expected, string.Join(' ', Compare(parameters).Select(change => change.Property).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("-Property", "Nonsense")]
    [InlineData("-ExcludeProperty", "DisplayNam")]
    [InlineData("-Property", "MailboxPolicies.Nonsense")]
    public void A_property_that_is_not_there_is_refused(string parameter, string property)
    {
        ErrorRecord error = _session.Fail($"Get-EnPowerMailbox | Compare-EnPowerSnapshot $old {parameter} {property}");

        Assert.StartsWith("UnknownProperty,", error.FullyQualifiedErrorId);
        Assert.Equal($"Mailbox has no property {property}.", error.Exception.Message);
    }

    [Theory]
    [InlineData("Compare-EnPowerSnapshot $old $new")]
    [InlineData("Compare-EnPowerSnapshot -ReferencePath $old -DifferencePath $new")]
    [InlineData("Import-EnPowerSnapshot $new | Compare-EnPowerSnapshot $old")]
    [InlineData("Compare-EnPowerSnapshot $old -DifferenceObject (Import-EnPowerSnapshot $new)")]
    [InlineData("Compare-EnPowerSnapshot -ReferenceObject (Import-EnPowerSnapshot $old) -DifferencePath $new")]
    [InlineData("Import-EnPowerSnapshot $new | Compare-EnPowerSnapshot -ReferenceObject (Import-EnPowerSnapshot $old)")]
    public void Either_side_is_a_file_or_objects(string command)
    {
        _mailboxes[700].Alias = "changed";
        _session.Set("mailboxes", _mailboxes);
        _session.Run("$mailboxes | Export-EnPowerSnapshot $new");

        Assert.Equal("Alias", Assert.Single(_session.Read<Change>(command)).Property);
    }

    [Fact]
    public void Objects_that_did_not_change_come_out_with_IncludeEqual() =>
        Assert.Equal(
            EmulatorFixture.Mailboxes, Compare("-IncludeEqual").Count(change => change.ChangeType == ChangeType.Unchanged));

    [Fact]
    public void A_live_read_of_another_scope_is_refused_unless_forced()
    {
        ErrorRecord error = _session.Fail("Get-EnPowerMailbox -Tenant contoso.onmicrosoft.com | Compare-EnPowerSnapshot $old");

        Assert.StartsWith("SnapshotsNotComparable,", error.FullyQualifiedErrorId);
        Assert.Empty(_session.Run("Get-EnPowerMailbox -Tenant contoso.onmicrosoft.com | Compare-EnPowerSnapshot $old -Force"));
    }

    [Fact]
    public void A_mailbox_that_comes_twice_is_warned_of()
    {
        _session.Set("mailboxes", _mailboxes.Append(_mailboxes[0]).ToArray());
        using PowerShell shell = _session.Create("$mailboxes | Compare-EnPowerSnapshot $old");

        Assert.Empty(shell.Invoke());

        Assert.StartsWith("1 objects repeat the key of another", Assert.Single(shell.Streams.Warning).Message);
    }

    [Fact]
    public void Objects_of_another_process_are_warned_of()
    {
        _session.Set("mailboxes", _mailboxes);
        using PowerShell shell = _session.Create(
            "[System.Management.Automation.PSSerializer]::Deserialize("
            + "[System.Management.Automation.PSSerializer]::Serialize($mailboxes, 3)) | Compare-EnPowerSnapshot $old -Force");

        shell.Invoke();

        Assert.Contains(
            "Objects from a file or another process", string.Join("\n", shell.Streams.Warning), StringComparison.Ordinal);
    }

    private static MailboxPolicies Policies(string? sharing) => new()
    {
        RetentionPolicy = "Default MRM Policy",
        RoleAssignmentPolicy = "Default Role Assignment Policy",
        SharingPolicy = sharing,
    };

    private static object? ValueOf(object? item, string path) => path.Split('.').Aggregate(
        item, (value, name) => value?.GetType().GetProperty(name)!.GetValue(value));

    private IReadOnlyList<Change> Compare(string parameters = "")
    {
        _session.Set("mailboxes", _mailboxes);
        return _session.Read<Change>($"$mailboxes | Compare-EnPowerSnapshot $old {parameters}");
    }
}
