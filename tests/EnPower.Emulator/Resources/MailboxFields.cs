using System.Text.Json;

namespace EnPower.Emulator;

/// <summary>Property names of a mailbox, encoded once.</summary>
internal static class MailboxFields
{
    public static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    public static readonly JsonEncodedText UserId = JsonEncodedText.Encode("userId");
    public static readonly JsonEncodedText PrincipalName = JsonEncodedText.Encode("principalName");
    public static readonly JsonEncodedText Name = JsonEncodedText.Encode("name");
    public static readonly JsonEncodedText EmailAddress = JsonEncodedText.Encode("emailAddress");
    public static readonly JsonEncodedText DisplayName = JsonEncodedText.Encode("displayName");
    public static readonly JsonEncodedText RecipientType = JsonEncodedText.Encode("recipientType");
    public static readonly JsonEncodedText Status = JsonEncodedText.Encode("status");
    public static readonly JsonEncodedText HiddenFromAddressListsEnabled =
        JsonEncodedText.Encode("hiddenFromAddressListsEnabled");
    public static readonly JsonEncodedText CreateTime = JsonEncodedText.Encode("createTime");
    public static readonly JsonEncodedText ModifiedTime = JsonEncodedText.Encode("modifiedTime");
    public static readonly JsonEncodedText TenantId = JsonEncodedText.Encode("tenantId");
    public static readonly JsonEncodedText TenantDomain = JsonEncodedText.Encode("tenantDomain");
    public static readonly JsonEncodedText Container = JsonEncodedText.Encode("container");
    public static readonly JsonEncodedText ContainerId = JsonEncodedText.Encode("containerId");
    public static readonly JsonEncodedText ItemCount = JsonEncodedText.Encode("itemCount");
    public static readonly JsonEncodedText StorageUsed = JsonEncodedText.Encode("storageUsed");
    public static readonly JsonEncodedText IssueWarningQuota = JsonEncodedText.Encode("issueWarningQuota");
    public static readonly JsonEncodedText ProhibitSendQuota = JsonEncodedText.Encode("prohibitSendQuota");
    public static readonly JsonEncodedText ProhibitSendReceiveQuota = JsonEncodedText.Encode("prohibitSendReceiveQuota");
    public static readonly JsonEncodedText DeletedItemCount = JsonEncodedText.Encode("deletedItemCount");
    public static readonly JsonEncodedText DeletedItemSize = JsonEncodedText.Encode("deletedItemSize");
    public static readonly JsonEncodedText FirstScanTime = JsonEncodedText.Encode("firstScanTime");
    public static readonly JsonEncodedText FirstName = JsonEncodedText.Encode("firstName");
    public static readonly JsonEncodedText LastName = JsonEncodedText.Encode("lastName");
    public static readonly JsonEncodedText Alias = JsonEncodedText.Encode("alias");
    public static readonly JsonEncodedText AutoReplyEnabled = JsonEncodedText.Encode("autoReplyEnabled");
    public static readonly JsonEncodedText LitigationHoldEnabled = JsonEncodedText.Encode("litigationHoldEnabled");
    public static readonly JsonEncodedText EmailForwardingEnabled = JsonEncodedText.Encode("emailForwardingEnabled");
    public static readonly JsonEncodedText ArchiveStatus = JsonEncodedText.Encode("archiveStatus");
    public static readonly JsonEncodedText ArchiveName = JsonEncodedText.Encode("archiveName");
    public static readonly JsonEncodedText LastActivityDate = JsonEncodedText.Encode("lastActivityDate");
    public static readonly JsonEncodedText ForwardingAddressDomain = JsonEncodedText.Encode("forwardingAddressDomain");
    public static readonly JsonEncodedText ExternalForwardingAddressDomain =
        JsonEncodedText.Encode("externalForwardingAddressDomain");
    public static readonly JsonEncodedText ExternalEmailForwardingEnabled =
        JsonEncodedText.Encode("externalEmailForwardingEnabled");
    public static readonly JsonEncodedText RecipientLimits = JsonEncodedText.Encode("recipientLimits");
    public static readonly JsonEncodedText MailboxPolicies = JsonEncodedText.Encode("mailboxPolicies");
    public static readonly JsonEncodedText AddressBookPolicy = JsonEncodedText.Encode("addressBookPolicy");
    public static readonly JsonEncodedText RetentionPolicy = JsonEncodedText.Encode("retentionPolicy");
    public static readonly JsonEncodedText RoleAssignmentPolicy = JsonEncodedText.Encode("roleAssignmentPolicy");
    public static readonly JsonEncodedText SharingPolicy = JsonEncodedText.Encode("sharingPolicy");
    public static readonly JsonEncodedText PrimaryContact = JsonEncodedText.Encode("primaryContact");
    public static readonly JsonEncodedText SecondaryContact = JsonEncodedText.Encode("secondaryContact");
    public static readonly JsonEncodedText LastRenewalTime = JsonEncodedText.Encode("lastRenewalTime");
    public static readonly JsonEncodedText PhaseStartTime = JsonEncodedText.Encode("phaseStartTime");
    public static readonly JsonEncodedText RenewalDueDate = JsonEncodedText.Encode("renewalDueDate");
    public static readonly JsonEncodedText NextRenewalDate = JsonEncodedText.Encode("nextRenewalDate");
    public static readonly JsonEncodedText LastRenewalBy = JsonEncodedText.Encode("lastRenewalBy");
    public static readonly JsonEncodedText RenewProfileApplied = JsonEncodedText.Encode("renewProfileApplied");
    public static readonly JsonEncodedText Metadata = JsonEncodedText.Encode("metadata");
    public static readonly JsonEncodedText ElectionProfileApplied = JsonEncodedText.Encode("electionProfileApplied");
    public static readonly JsonEncodedText IsRegistered = JsonEncodedText.Encode("isRegistered");
    public static readonly JsonEncodedText Phase = JsonEncodedText.Encode("phase");
    public static readonly JsonEncodedText PhaseAssignees = JsonEncodedText.Encode("phaseAssignees");
    public static readonly JsonEncodedText RenewProfile = JsonEncodedText.Encode("renewProfile");
    public static readonly JsonEncodedText ElectionProfile = JsonEncodedText.Encode("electionProfile");
    public static readonly JsonEncodedText ClaimStatus = JsonEncodedText.Encode("claimStatus");
    public static readonly JsonEncodedText Email = JsonEncodedText.Encode("email");
    public static readonly JsonEncodedText UserPrincipalName = JsonEncodedText.Encode("userPrincipalName");
    public static readonly JsonEncodedText ObjectId = JsonEncodedText.Encode("objectId");
    public static readonly JsonEncodedText JobTitle = JsonEncodedText.Encode("jobTitle");
    public static readonly JsonEncodedText Department = JsonEncodedText.Encode("department");
    public static readonly JsonEncodedText CompanyName = JsonEncodedText.Encode("companyName");
    public static readonly JsonEncodedText Office = JsonEncodedText.Encode("office");
    public static readonly JsonEncodedText City = JsonEncodedText.Encode("city");
    public static readonly JsonEncodedText CountryOrRegion = JsonEncodedText.Encode("countryOrRegion");
    public static readonly JsonEncodedText MetadataType = JsonEncodedText.Encode("metadataType");
    public static readonly JsonEncodedText Value = JsonEncodedText.Encode("value");
    public static readonly JsonEncodedText MetadataSetting = JsonEncodedText.Encode("metadataSetting");
    public static readonly JsonEncodedText SensitivityLabel = JsonEncodedText.Encode("sensitivityLabel");
    public static readonly JsonEncodedText PascalCaseId = JsonEncodedText.Encode("Id");
    public static readonly JsonEncodedText PascalCaseMetadata = JsonEncodedText.Encode("Metadata");
    public static readonly JsonEncodedText PascalCasePhase = JsonEncodedText.Encode("Phase");
}
