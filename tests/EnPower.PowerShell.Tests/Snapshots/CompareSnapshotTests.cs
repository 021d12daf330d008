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
