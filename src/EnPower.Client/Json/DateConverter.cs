using System.Globalization;

namespace EnPower.Json;

/// <summary>
/// Reads the API's dates, <c>yyyy-MM-dd HH:mm:ss</c> or ISO 8601 with <c>T</c>. They carry no time zone, and none is put in.
/// A placeholder, and the first second of year 1, by which the API means "never", is <see langword="null"/>.
/// </summary>
internal sealed class DateConverter : ReadingConverter<DateTime?>
{
    private const int PlainLength = 19;

    public override DateTime? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException("A date is expected.");
        }

        if (Placeholder.Matches(ref reader))
        {
            return null;
        }

        if (!TryParsePlain(ref reader, out DateTime date) && !TryParseAny(reader.GetString(), out date))
        {
            throw new JsonException("A date is expected.");
        }

        return date == DateTime.MinValue ? null : date;
    }

    // Nearly every date comes in this form, a dozen of them in each mailbox: read from the bytes, without a string.
    private static bool TryParsePlain(ref Utf8JsonReader reader, out DateTime date)
    {
        date = default;
        if (reader.HasValueSequence || reader.ValueIsEscaped || reader.ValueSpan.Length != PlainLength)
        {
            return false;
        }

        ReadOnlySpan<byte> text = reader.ValueSpan;
        if (text[4] != '-' || text[7] != '-' || text[10] is not ((byte)' ' or (byte)'T') || text[13] != ':' || text[16] != ':')
        {
            return false;
        }

        int year = (TwoDigits(text, 0) * 100) + TwoDigits(text, 2);
        int month = TwoDigits(text, 5);
        int day = TwoDigits(text, 8);
        int hour = TwoDigits(text, 11);
        int minute = TwoDigits(text, 14);
        int second = TwoDigits(text, 17);
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59)
        {
            return false;
        }

        date = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Unspecified);
        return true;
    }

    // Far below zero, whatever the other digit says, where a character is no digit.
    private static int TwoDigits(ReadOnlySpan<byte> text, int index) => (Digit(text[index]) * 10) + Digit(text[index + 1]);

    private static int Digit(byte character) => character is >= (byte)'0' and <= (byte)'9' ? character - '0' : -1_000_000;

    private static bool TryParseAny(string? text, out DateTime date) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out date);
}
