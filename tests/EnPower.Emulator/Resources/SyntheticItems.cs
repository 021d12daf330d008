using System.Globalization;
using System.Text.Json;

namespace EnPower.Emulator;

/// <summary>
/// Items with the described fields, computed from their index. They cover all values of a field: the documented ones by turns,
/// the placeholder in every fourth item, and dates that are <c>""</c> or the first second of year 1.
/// </summary>
internal sealed class SyntheticItems
{
    private const string ListMark = "[]";
    private const int PlaceholderPeriod = 4;
    private const int EmptyDatePeriod = 5;
    private const int NeverDatePeriod = 7;
    private const ulong Salt = 0x6669656c64;
    private const ulong ReferenceSalt = 0x726566;
    private const int ReferredPerTenant = 3;

    private static readonly DateTime Latest = new(2026, 6, 30, 21, 15, 0);

    private readonly Dictionary<string, Field[]> _types;
    private readonly TenantDirectory _tenants;
    private readonly Field[] _fields;

    public SyntheticItems(ApiDescription.Endpoint endpoint, ApiDescription description, TenantDirectory tenants)
    {
        _types = description.Types.ToDictionary(type => type.Key, type => FieldsOf(type.Value, inTurns: null));
        _tenants = tenants;
        _fields = FieldsOf(endpoint.Fields, endpoint.FieldInTurns(description));
    }

    public void WriteProperties(Utf8JsonWriter writer, long index, long kind, HttpRequest request)
    {
        WriteFields(writer, _fields, new Item(index, kind, _tenants[(int)(index % _tenants.Count)], request));
    }

    private static Field[] FieldsOf(IReadOnlyDictionary<string, FieldDescription> fields, string? inTurns)
    {
        return [.. fields.Select(
            (field, number) => new Field(field.Key, field.Value, Salt + (ulong)number, IsInTurns: field.Key == inTurns))];
    }

    private void WriteFields(Utf8JsonWriter writer, Field[] fields, Item item)
    {
        foreach (Field field in fields)
        {
            writer.WritePropertyName(field.EncodedName);
            WriteValue(writer, field, item);
        }
    }

    private void WriteValue(Utf8JsonWriter writer, Field field, Item item)
    {
        FieldDescription description = field.Description;
        int turn = (int)(Scramble.Of(item.Index, field.Salt) % int.MaxValue);
        if (description.From is { } parameter && item.ValueOf(parameter) is { } given)
        {
            writer.WriteStringValue(given);
        }
        else if (description.Placeholder.ValueKind != JsonValueKind.Undefined && turn % PlaceholderPeriod == 0)
        {
            description.Placeholder.WriteTo(writer);
        }
        else if (description.Values is { Count: > 0 } values)
        {
            values[(int)((field.IsInTurns ? item.Kind : turn) % values.Count)].WriteTo(writer);
        }
        else if (description.Type.EndsWith(ListMark, StringComparison.Ordinal))
        {
            WriteList(writer, field, item, length: turn % 3);
        }
        else
        {
            WriteValue(writer, description.Type, field, item, turn);
        }
    }

    private void WriteList(Utf8JsonWriter writer, Field field, Item item, int length)
    {
        string type = field.Description.Type[..^ListMark.Length];
        writer.WriteStartArray();
        for (int number = 0; number < length; number++)
        {
            Item element = item with { Index = item.Index + number };
            WriteValue(writer, type, field, element, turn: (int)(Scramble.Of(element.Index, field.Salt) % int.MaxValue));
        }

        writer.WriteEndArray();
    }

    private void WriteValue(Utf8JsonWriter writer, string type, Field field, Item item, int turn)
    {
        switch (type)
        {
            case "id":
                writer.WriteStringValue(Scramble.GuidOf(item.Index, field.Salt));
                break;
            case "text":
                writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{field.Words} {item.Index}"));
                break;
            case "address":
                (_, string first) = MailboxNames.First[item.Index % MailboxNames.First.Length];
                writer.WriteStringValue(
                    string.Create(CultureInfo.InvariantCulture, $"{first}.{item.Index}@{item.Tenant.Domain}"));
                break;
            case "url":
                writer.WriteStringValue(
                    string.Create(CultureInfo.InvariantCulture, $"https://{item.Tenant.Domain}/{field.Name}/{item.Index}"));
                break;
            case "tenantId":
                writer.WriteStringValue(item.Tenant.EncodedId);
                break;
            case "tenantDomain":
                writer.WriteStringValue(item.Tenant.EncodedDomain);
                break;
            case "tenantName":
                writer.WriteStringValue(item.Tenant.EncodedName);
                break;
            case "environmentId":
            case "workspaceId":
                writer.WriteStringValue(Scramble.GuidOf(ReferredBy(field, item), SaltOf(type)));
                break;
            case "connectionId":
                writer.WriteStringValue(Scramble.GuidOf(ReferredBy(field, item), SaltOf(type)).ToString("N"));
                break;
            case "environmentName":
                writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"Environment {ReferredBy(field, item)}"));
                break;
            case "date":
                writer.WriteStringValue(DateOf(turn));
                break;
            case "isoDate":
                writer.WriteStringValue(IsoDateOf(turn));
                break;
            case "integer":
                writer.WriteNumberValue(turn % 1000);
                break;
            case "boolean":
                writer.WriteBooleanValue(turn % 2 == 0);
                break;
            case "any":
                writer.WriteRawValue(
                    turn % 2 == 0 ? "\"Project Aurora\""u8 : "{\"label\":\"Region\",\"path\":[\"World\",\"Europe\"]}"u8);
                break;
            default:
                writer.WriteStartObject();
                WriteFields(writer, _types[type], item);
                writer.WriteEndObject();
                break;
        }
    }

    // An environment, workspace or connection has its own index. Items in one refer to one of the first of their tenant.
    private long ReferredBy(Field field, Item item) => field.Name is "id" or "displayName"
        ? item.Index
        : (item.Index % _tenants.Count)
            + (_tenants.Count * (long)(Scramble.Of(item.Index, ReferenceSalt) % ReferredPerTenant));

    private static ulong SaltOf(string type) =>
        type.Aggregate(ReferenceSalt, static (salt, letter) => unchecked((salt * 31) + letter));

    private static string DateOf(int turn)
    {
        if (turn % EmptyDatePeriod == 0)
        {
            return "";
        }

        DateTime date = turn % NeverDatePeriod == 0 ? DateTime.MinValue : Latest.AddMinutes(-(turn % 1_000_000));
        return date.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private static string IsoDateOf(int turn)
    {
        return Latest.AddTicks(-turn * 150_001L).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
    }

    private sealed record Field(string Name, FieldDescription Description, ulong Salt, bool IsInTurns)
    {
        public JsonEncodedText EncodedName { get; } = JsonEncodedText.Encode(Name);

        /// <summary>The name in words: <c>Display name</c>.</summary>
        public string Words { get; } = char.ToUpperInvariant(Name[0])
            + string.Concat(
                Name.Skip(1).Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString()));
    }

    private readonly record struct Item(long Index, long Kind, TenantDirectory.Tenant Tenant, HttpRequest Request)
    {
        public string? ValueOf(string parameter) =>
            Request.RouteValues.TryGetValue(parameter, out object? value)
                ? value as string
                : Request.Query[parameter].FirstOrDefault();
    }
}
