using System.Globalization;
using System.Text.Json;

namespace EnPower.Emulator;

/// <summary>Mailboxes that are computed from their index and the day. Nothing is stored.</summary>
internal sealed class SyntheticMailboxes(long count, TenantDirectory tenants, int day)
{
    private const int WarningQuota = 100352;
    private const int SendQuota = 101376;
    private const int SendReceiveQuota = 102400;
    private const int ContainerSalt = 3;
    private const int LongestText = 128;
    private const string DateFormat = "yyyy-MM-dd HH:mm:ss";

    private static readonly DateTime FirstCreation = new(2016, 1, 4, 6, 30, 0);
    private static readonly DateTime FirstScan = new(2025, 1, 2, 4, 25, 37);
    private static readonly DateTime LatestActivity = new(2026, 6, 30, 21, 15, 0);

    public long Count { get; } = count;

    public TenantDirectory Tenants { get; } = tenants;

    public void WriteProperties(Utf8JsonWriter writer, long index)
    {
        var mailbox = new SyntheticMailbox(index, Tenants, day);
        WriteIdentity(writer, mailbox);
        WriteTenant(writer, mailbox);
        WriteDates(writer, mailbox);
        WriteSettings(writer, mailbox);
        WriteForwarding(writer, mailbox);
        WriteUnknown(writer, mailbox.Quirk);
        if (mailbox.Quirk != MailboxQuirk.MissingFields)
        {
            WriteStorage(writer, mailbox);
            WritePolicies(writer, mailbox);
            SyntheticGovernance.Write(writer, mailbox);
        }
    }

    public static void WriteDate(Utf8JsonWriter writer, JsonEncodedText name, DateTime value)
    {
        Span<byte> text = stackalloc byte[DateFormat.Length];
        value.TryFormat(text, out int length, DateFormat, CultureInfo.InvariantCulture);
        writer.WriteString(name, text[..length]);
    }

    private static void WriteIdentity(Utf8JsonWriter writer, in SyntheticMailbox mailbox)
    {
        (string Text, string Address) first = MailboxNames.First[mailbox.Draw(3, MailboxNames.First.Length)];
        (string Text, string Address) last = MailboxNames.Last[mailbox.Draw(9, MailboxNames.Last.Length)];
        (string Text, string Address) purpose = MailboxNames.Purpose[mailbox.Draw(3, MailboxNames.Purpose.Length)];

        Span<char> aliasBuffer = stackalloc char[LongestText];
        Span<char> addressBuffer = stackalloc char[LongestText];
        Span<char> displayBuffer = stackalloc char[LongestText];
        int length;
        _ = mailbox.IsShared
            ? aliasBuffer.TryWrite(CultureInfo.InvariantCulture, $"{purpose.Address}.{mailbox.Index}", out length)
            : aliasBuffer.TryWrite(CultureInfo.InvariantCulture, $"{first.Address}.{last.Address}.{mailbox.Index}", out length);
        ReadOnlySpan<char> alias = aliasBuffer[..length];
        addressBuffer.TryWrite(CultureInfo.InvariantCulture, $"{alias}@{mailbox.Tenant.Domain}", out length);
        ReadOnlySpan<char> address = addressBuffer[..length];
        _ = mailbox.IsShared
            ? displayBuffer.TryWrite(CultureInfo.InvariantCulture, $"{purpose.Text} {mailbox.Index}", out length)
            : displayBuffer.TryWrite(CultureInfo.InvariantCulture, $"{first.Text} {last.Text}", out length);
        ReadOnlySpan<char> displayName = mailbox.DayOf(DailyChange.Renaming) is { } day
            ? $"Renamed on day {day}"
            : displayBuffer[..length];

        bool isNameless = mailbox.IsShared && mailbox.Chance(shift: 20, oneIn: 8);
        writer.WriteString(
            mailbox.Quirk == MailboxQuirk.PascalCaseNames ? MailboxFields.PascalCaseId : MailboxFields.Id, mailbox.Id);
        writer.WriteString(MailboxFields.UserId, mailbox.UserId);
        writer.WriteString(MailboxFields.PrincipalName, isNameless ? default : address);
        writer.WriteString(MailboxFields.Name, alias);
        writer.WriteString(MailboxFields.EmailAddress, address);
        writer.WriteString(MailboxFields.DisplayName, displayName);
        writer.WriteString(MailboxFields.FirstName, mailbox.IsShared ? null : first.Text);
        writer.WriteString(MailboxFields.LastName, mailbox.IsShared ? null : last.Text);
        writer.WriteString(MailboxFields.Alias, alias);
        writer.WriteString(MailboxFields.RecipientType, mailbox.IsShared ? "Shared mailbox"u8 : "User mailbox"u8);
    }

    private static void WriteTenant(Utf8JsonWriter writer, in SyntheticMailbox mailbox)
    {
        writer.WriteString(MailboxFields.TenantId, mailbox.Tenant.EncodedId);
        writer.WriteString(MailboxFields.TenantDomain, mailbox.Tenant.EncodedDomain);
        writer.WriteString(MailboxFields.Container, "Default Exchange mailbox container"u8);
        writer.WriteString(MailboxFields.ContainerId, Scramble.GuidOf(mailbox.TenantIndex, ContainerSalt));
    }

    private static void WriteDates(Utf8JsonWriter writer, in SyntheticMailbox mailbox)
    {
        if (mailbox.Quirk == MailboxQuirk.EmptyDates)
        {
            writer.WriteString(MailboxFields.CreateTime, ""u8);
            writer.WriteString(MailboxFields.ModifiedTime, ""u8);
            writer.WriteString(MailboxFields.FirstScanTime, ""u8);
            writer.WriteString(MailboxFields.LastActivityDate, ""u8);
            return;
        }

        DateTime created = FirstCreation.AddMinutes(mailbox.Draw(6, 5_000_000));
        WriteDate(writer, MailboxFields.CreateTime, created);
        WriteDate(writer, MailboxFields.ModifiedTime, created.AddSeconds(mailbox.Draw(11, 20_000_000)).AddDays(mailbox.Day));
        WriteDate(writer, MailboxFields.FirstScanTime, created > FirstScan ? created.AddHours(9) : FirstScan);
        WriteDate(
            writer,
            MailboxFields.LastActivityDate,
            mailbox.Quirk == MailboxQuirk.NeverActive
                ? DateTime.MinValue
                : LatestActivity.AddMinutes(-mailbox.Draw(17, 260_000)).AddDays(mailbox.Day));
    }

    private static void WriteSettings(Utf8JsonWriter writer, in SyntheticMailbox mailbox)
    {
        bool hasArchive = mailbox.Chance(shift: 21, oneIn: 4);
        writer.WriteString(MailboxFields.Status, mailbox.Chance(shift: 22, oneIn: 30) ? "Archived"u8 : "Normal"u8);
        writer.WriteBoolean(MailboxFields.HiddenFromAddressListsEnabled, mailbox.Chance(shift: 23, oneIn: 25));
        writer.WriteBoolean(MailboxFields.AutoReplyEnabled, mailbox.Chance(shift: 24, oneIn: 12));
        writer.WriteBoolean(
            MailboxFields.LitigationHoldEnabled,
            mailbox.Chance(shift: 25, oneIn: 33) != mailbox.DayOf(DailyChange.LitigationHold) is not null);
        writer.WriteString(MailboxFields.ArchiveStatus, hasArchive ? "Active"u8 : "None"u8);
        writer.WriteString(MailboxFields.ArchiveName, hasArchive ? "In-Place Archive"u8 : ""u8);
        switch (mailbox.Quirk)
        {
            case MailboxQuirk.RecipientLimitsNumber:
                writer.WriteNumber(MailboxFields.RecipientLimits, 500);
                break;
            case MailboxQuirk.RecipientLimitsUnlimited:
                writer.WriteString(MailboxFields.RecipientLimits, "Unlimited"u8);
                break;
            default:
                writer.WriteString(MailboxFields.RecipientLimits, "500"u8);
                break;
        }
    }

    private static void WriteForwarding(Utf8JsonWriter writer, in SyntheticMailbox mailbox)
    {
        int? day = mailbox.DayOf(DailyChange.ForwardingOutside);
        bool isForwardedOutside = day is not null || mailbox.Chance(shift: 26, oneIn: 50);
        bool isForwardedInside = !isForwardedOutside && mailbox.Chance(shift: 27, oneIn: 30);
        string? nothing = mailbox.IsOddDay ? null : "";
        writer.WriteBoolean(MailboxFields.EmailForwardingEnabled, isForwardedInside || isForwardedOutside);
        writer.WriteBoolean(MailboxFields.ExternalEmailForwardingEnabled, isForwardedOutside);
        writer.WriteString(MailboxFields.ForwardingAddressDomain, isForwardedInside ? mailbox.Tenant.Domain : nothing);
        writer.WriteString(
            MailboxFields.ExternalForwardingAddressDomain,
            day is not null ? $"day{day}.example"
            : isForwardedOutside ? MailboxNames.ExternalDomain[mailbox.Draw(30, MailboxNames.ExternalDomain.Length)]
            : nothing);
    }

    private static void WriteStorage(Utf8JsonWriter writer, in SyntheticMailbox mailbox)
    {
        int storageUsed = !mailbox.IsShared && mailbox.Chance(shift: 28, oneIn: 40)
            ? WarningQuota + mailbox.Draw(13, SendReceiveQuota - WarningQuota)
            : mailbox.Draw(13, 256 << mailbox.Draw(5, 9));
        int deletedItems = mailbox.Draw(19, 400);
        WriteNumber(writer, MailboxFields.ItemCount, (storageUsed * 7) + mailbox.Draw(8, 60) + (9 * mailbox.Day), mailbox.Quirk);
        WriteNumber(writer, MailboxFields.StorageUsed, storageUsed + mailbox.Day, mailbox.Quirk);
        WriteNumber(writer, MailboxFields.IssueWarningQuota, WarningQuota, mailbox.Quirk);
        WriteNumber(writer, MailboxFields.ProhibitSendQuota, SendQuota, mailbox.Quirk);
        WriteNumber(writer, MailboxFields.ProhibitSendReceiveQuota, SendReceiveQuota, mailbox.Quirk);
        WriteNumber(writer, MailboxFields.DeletedItemCount, deletedItems, mailbox.Quirk);
        WriteNumber(writer, MailboxFields.DeletedItemSize, deletedItems / 9, mailbox.Quirk);
    }

    private static void WriteNumber(Utf8JsonWriter writer, JsonEncodedText name, int value, MailboxQuirk quirk)
    {
        if (quirk == MailboxQuirk.NumbersAsStrings)
        {
            writer.WriteString(name, value.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            writer.WriteNumber(name, value);
        }
    }

    private static void WritePolicies(Utf8JsonWriter writer, in SyntheticMailbox mailbox)
    {
        if (mailbox.Quirk == MailboxQuirk.PoliciesNotAvailable)
        {
            writer.WriteString(MailboxFields.MailboxPolicies, "N/A"u8);
            return;
        }

        writer.WriteStartObject(MailboxFields.MailboxPolicies);
        writer.WriteNull(MailboxFields.AddressBookPolicy);
        writer.WriteString(MailboxFields.RetentionPolicy, "Default MRM Policy"u8);
        writer.WriteString(MailboxFields.RoleAssignmentPolicy, "Default Role Assignment Policy"u8);
        writer.WriteString(
            MailboxFields.SharingPolicy,
            mailbox.DayOf(DailyChange.SharingPolicy) is { } day ? $"Sharing of day {day}" : "Default Sharing Policy");
        writer.WriteEndObject();
    }

    private static void WriteUnknown(Utf8JsonWriter writer, MailboxQuirk quirk)
    {
        switch (quirk)
        {
            case MailboxQuirk.UnknownText:
                writer.WriteString(MailboxFields.SensitivityLabel, "Confidential"u8);
                break;
            case MailboxQuirk.UnknownObject:
                writer.WriteStartObject(MailboxFields.SensitivityLabel);
                writer.WriteString(MailboxFields.Name, "Confidential"u8);
                writer.WriteNumber(MailboxFields.Value, 3);
                writer.WriteEndObject();
                break;
            case MailboxQuirk.UnknownArray:
                writer.WriteStartArray(MailboxFields.SensitivityLabel);
                writer.WriteStringValue("Confidential"u8);
                writer.WriteStringValue("Internal"u8);
                writer.WriteEndArray();
                break;
        }
    }
}
