using EnPower.Emulator;
using EnPower.Paging;

namespace EnPower;

/// <summary>Reads the sample of the documentation. Every expected value is from that page.</summary>
public sealed class MailboxSampleTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private async Task<Mailbox> ReadSampleAsync()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(
            new EmulatorOptions { DataSet = DataSet.DocumentationSample }, TestContext.Current.CancellationToken);
        IReadOnlyList<Mailbox> mailboxes = await EmulatorFixture.ReadAllAsync(
            fixture.CreateClient(emulator), new ListQuery<Mailbox>());
        return Assert.Single(mailboxes);
    }

    [Fact]
    public async Task Every_documented_field_is_read()
    {
        Mailbox mailbox = await ReadSampleAsync();

        Assert.Equal("f78625f8-3ec3-4665-835a-3502484af738", mailbox.Id);
        Assert.Equal("", mailbox.UserId);
        Assert.Equal("", mailbox.PrincipalName);
        Assert.Equal("", mailbox.Name);
        Assert.Equal("", mailbox.EmailAddress);
        Assert.Equal("Sample mailbox", mailbox.DisplayName);
        Assert.Equal("User mailbox", mailbox.RecipientType);
        Assert.Equal("Archived", mailbox.Status);
        Assert.False(mailbox.HiddenFromAddressListsEnabled);
        Assert.Equal(new DateTime(2024, 10, 2, 6, 27, 18), mailbox.CreateTime);
        Assert.Equal(new DateTime(2024, 12, 8, 17, 25, 26), mailbox.ModifiedTime);
        Assert.Equal("", mailbox.TenantId);
        Assert.Equal("", mailbox.TenantDomain);
        Assert.Equal("Default Exchange mailbox container", mailbox.Container);
        Assert.Equal("", mailbox.ContainerId);
        Assert.Equal(56, mailbox.ItemCount);
        Assert.Equal(1, mailbox.StorageUsed);
        Assert.Equal(100352, mailbox.IssueWarningQuota);
        Assert.Equal(101376, mailbox.ProhibitSendQuota);
        Assert.Equal(102400, mailbox.ProhibitSendReceiveQuota);
        Assert.Equal(2, mailbox.DeletedItemCount);
        Assert.Equal(0, mailbox.DeletedItemSize);
        Assert.Equal(new DateTime(2025, 1, 2, 4, 25, 37), mailbox.FirstScanTime);
        Assert.Null(mailbox.FirstName);
        Assert.Null(mailbox.LastName);
        Assert.Equal("Sample alias", mailbox.Alias);
        Assert.False(mailbox.AutoReplyEnabled);
        Assert.True(mailbox.LitigationHoldEnabled);
        Assert.False(mailbox.EmailForwardingEnabled);
        Assert.Equal("Active", mailbox.ArchiveStatus);
        Assert.Equal("", mailbox.ArchiveName);
        Assert.Null(mailbox.LastActivityDate);
        Assert.Equal("", mailbox.ForwardingAddressDomain);
        Assert.Equal("", mailbox.ExternalForwardingAddressDomain);
        Assert.False(mailbox.ExternalEmailForwardingEnabled);
        Assert.Equal("500", mailbox.RecipientLimits);
        Assert.Null(mailbox.MailboxPolicies!.AddressBookPolicy);
        Assert.Equal("Default MRM Policy", mailbox.MailboxPolicies.RetentionPolicy);
        Assert.Equal("Default Role Assignment Policy", mailbox.MailboxPolicies.RoleAssignmentPolicy);
        Assert.Equal("Default Sharing Policy", mailbox.MailboxPolicies.SharingPolicy);
        Assert.Null(mailbox.PrimaryContact);
        Assert.Null(mailbox.SecondaryContact);
        Assert.Null(mailbox.LastRenewalTime);
        Assert.Null(mailbox.LastRenewalBy);
        Assert.Null(mailbox.RenewProfileApplied);
        Assert.Empty(mailbox.Metadata);
        Assert.Null(mailbox.ElectionProfileApplied);
        Assert.False(mailbox.IsRegistered);
        Assert.Equal("", mailbox.Phase);
        Assert.Empty(mailbox.PhaseAssignees);
        Assert.Null(mailbox.RenewProfile);
        Assert.Null(mailbox.ElectionProfile);
        Assert.Equal("", mailbox.ClaimStatus);
    }

    [Fact]
    public async Task No_documented_field_is_taken_for_an_unknown_one()
    {
        Mailbox mailbox = await ReadSampleAsync();

        Assert.Empty(mailbox.AdditionalProperties);
    }
}
