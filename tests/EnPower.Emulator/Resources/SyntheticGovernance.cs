using System.Globalization;
using System.Text.Json;

namespace EnPower.Emulator;

/// <summary>The Cloud Governance part of a synthetic mailbox.</summary>
internal static class SyntheticGovernance
{
    private const int ContactSalt = 4;
    private const int ProfileSalt = 5;
    private const int MetadataSalt = 6;
    private const int LastMetadataType = 11;

    private static readonly DateTime FirstRenewal = new(2025, 9, 1, 8, 0, 0);

    public static void Write(Utf8JsonWriter writer, in SyntheticMailbox mailbox)
    {
        WriteContacts(writer, mailbox);
        WriteRenewalDates(writer, mailbox);
        WriteProfiles(writer, mailbox);
        WriteMetadata(writer, mailbox);
        WritePhase(writer, mailbox);
    }

    private static void WriteContacts(Utf8JsonWriter writer, in SyntheticMailbox mailbox)
    {
        writer.WritePropertyName(MailboxFields.PrimaryContact);
        if (mailbox.Quirk == MailboxQuirk.PrimaryContactEmpty)
        {
            writer.WriteStringValue(""u8);
        }
        else if (mailbox.IsRegistered || mailbox.Quirk == MailboxQuirk.PrimaryContactObject)
        {
            WriteUser(writer, mailbox, number: 0);
        }
        else
        {
            writer.WriteNullValue();
        }

        writer.WriteNull(MailboxFields.SecondaryContact);
        writer.WriteNull(MailboxFields.LastRenewalBy);
    }

    private static void WriteRenewalDates(Utf8JsonWriter writer, in SyntheticMailbox mailbox)
    {
        if (!mailbox.IsRegistered || mailbox.Quirk == MailboxQuirk.EmptyDates)
        {
            writer.WriteString(MailboxFields.LastRenewalTime, ""u8);
            writer.WriteString(MailboxFields.PhaseStartTime, ""u8);
            writer.WriteString(MailboxFields.RenewalDueDate, ""u8);
            writer.WriteString(MailboxFields.NextRenewalDate, ""u8);
            return;
        }

        DateTime renewed = FirstRenewal.AddMinutes(mailbox.Draw(14, 400_000));
        SyntheticMailboxes.WriteDate(writer, MailboxFields.LastRenewalTime, renewed);
        SyntheticMailboxes.WriteDate(writer, MailboxFields.PhaseStartTime, renewed.AddDays(150));
        SyntheticMailboxes.WriteDate(writer, MailboxFields.RenewalDueDate, renewed.AddDays(180));
        SyntheticMailboxes.WriteDate(writer, MailboxFields.NextRenewalDate, renewed.AddDays(365));
    }

    private static void WriteProfiles(Utf8JsonWriter writer, in SyntheticMailbox mailbox)
    {
        if (mailbox.IsRegistered || mailbox.Quirk == MailboxQuirk.ProfilesApplied)
        {
            writer.WriteBoolean(MailboxFields.RenewProfileApplied, true);
            writer.WriteBoolean(MailboxFields.ElectionProfileApplied, false);
        }
        else
        {
            writer.WriteNull(MailboxFields.RenewProfileApplied);
            writer.WriteNull(MailboxFields.ElectionProfileApplied);
        }

        WriteProfile(writer, MailboxFields.RenewProfile, "Yearly renewal"u8, mailbox);
        WriteProfile(writer, MailboxFields.ElectionProfile, "Owner election"u8, mailbox);
    }

    private static void WriteProfile(
        Utf8JsonWriter writer, JsonEncodedText field, ReadOnlySpan<byte> name, in SyntheticMailbox mailbox)
    {
        switch (mailbox.Quirk)
        {
            case MailboxQuirk.ProfilesEmpty:
                writer.WriteString(field, ""u8);
                break;
            case MailboxQuirk.ProfilesNull:
                writer.WriteNull(field);
                break;
            case MailboxQuirk.ProfilesObject:
            case var _ when mailbox.IsRegistered:
                writer.WriteStartObject(field);
                writer.WriteString(MailboxFields.Name, name);
                writer.WriteString(MailboxFields.Id, Scramble.GuidOf(name.Length, ProfileSalt));
                writer.WriteEndObject();
                break;
            default:
                writer.WriteString(field, "N/A"u8);
                break;
        }
    }

    private static void WriteMetadata(Utf8JsonWriter writer, in SyntheticMailbox mailbox)
    {
        writer.WriteStartArray(
            mailbox.Quirk == MailboxQuirk.PascalCaseNames ? MailboxFields.PascalCaseMetadata : MailboxFields.Metadata);
        if (mailbox.Quirk == MailboxQuirk.MetadataOfEveryKind)
        {
            for (int type = 0; type <= LastMetadataType; type++)
            {
                WriteMetadataItem(writer, mailbox.IsOddDay ? LastMetadataType - type : type);
            }
        }

        writer.WriteEndArray();
    }

    private static void WriteMetadataItem(Utf8JsonWriter writer, int type)
    {
        writer.WriteStartObject();
        writer.WriteNumber(MailboxFields.MetadataType, type);
        writer.WriteString(MailboxFields.Id, Scramble.GuidOf(type, MetadataSalt));
        writer.WriteString(MailboxFields.Name, string.Create(CultureInfo.InvariantCulture, $"Metadata {type}"));
        writer.WritePropertyName(MailboxFields.Value);
        writer.WriteRawValue(ValueOf(type), skipInputValidation: true);
        writer.WriteNull(MailboxFields.MetadataSetting);
        writer.WriteEndObject();
    }

    private static ReadOnlySpan<byte> ValueOf(int type)
    {
        return type switch
        {
            0 => "null"u8,
            1 => "\"Project Aurora\""u8,
            2 => "\"first line\\nsecond line\""u8,
            3 => "true"u8,
            4 => "[\"Red\",\"Blue\"]"u8,
            5 => "[{\"displayName\":\"Sofia Rossi\"}]"u8,
            6 => "{\"label\":\"Region\",\"path\":[\"World\",\"Europe\"]}"u8,
            7 => "{\"url\":\"https://example.com/\",\"text\":\"Site\"}"u8,
            8 => "42"u8,
            9 => "12.75"u8,
            10 => "\"\""u8,
            _ => "false"u8,
        };
    }

    private static void WritePhase(Utf8JsonWriter writer, in SyntheticMailbox mailbox)
    {
        writer.WriteBoolean(MailboxFields.IsRegistered, mailbox.IsRegistered);
        writer.WriteString(
            mailbox.Quirk == MailboxQuirk.PascalCaseNames ? MailboxFields.PascalCasePhase : MailboxFields.Phase,
            mailbox.DayOf(DailyChange.Phase) is { } day ? $"Phase of day {day}" : mailbox.IsRegistered ? "RenewalExpired" : "");
        writer.WriteString(MailboxFields.ClaimStatus, mailbox.IsRegistered ? "Claimed"u8 : ""u8);
        writer.WritePropertyName(MailboxFields.PhaseAssignees);
        switch (mailbox.Quirk)
        {
            case MailboxQuirk.AssigneesNull:
                writer.WriteNullValue();
                break;
            case MailboxQuirk.AssigneesObject:
                WriteUser(writer, mailbox, number: 1);
                break;
            case MailboxQuirk.AssigneesArray:
                writer.WriteStartArray();
                WriteUser(writer, mailbox, number: mailbox.IsOddDay ? 2 : 1);
                WriteUser(writer, mailbox, number: mailbox.IsOddDay ? 1 : 2);
                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue(""u8);
                break;
        }
    }

    private static void WriteUser(Utf8JsonWriter writer, in SyntheticMailbox mailbox, int number)
    {
        (string Text, string Address) first = MailboxNames.First[(mailbox.Draw(33, 1000) + number) % MailboxNames.First.Length];
        (string Text, string Address) last = MailboxNames.Last[(mailbox.Draw(36, 1000) + number) % MailboxNames.Last.Length];
        string address = $"{first.Address}.{last.Address}@{mailbox.Tenant.Domain}";
        Guid id = Scramble.GuidOf((mailbox.Index * 3) + number, ContactSalt);

        writer.WriteStartObject();
        writer.WriteString(MailboxFields.Id, id);
        writer.WriteString(MailboxFields.DisplayName, $"{first.Text} {last.Text}");
        writer.WriteString(MailboxFields.Email, address);
        writer.WriteString(MailboxFields.TenantId, mailbox.Tenant.EncodedId);
        writer.WriteString(MailboxFields.UserPrincipalName, address);
        writer.WriteString(MailboxFields.ObjectId, id);
        writer.WriteString(MailboxFields.JobTitle, "Team lead"u8);
        writer.WriteString(MailboxFields.Department, MailboxNames.Department[mailbox.Draw(39, MailboxNames.Department.Length)]);
        writer.WriteNull(MailboxFields.CompanyName);
        writer.WriteNull(MailboxFields.Office);
        writer.WriteString(MailboxFields.City, "Zürich"u8);
        writer.WriteString(MailboxFields.CountryOrRegion, "CH"u8);
        writer.WriteEndObject();
    }
}
