namespace EnPower.Json;

/// <summary>
/// Reads dates: <c>yyyy-MM-dd HH:mm:ss</c>, as the API documents them, and ISO 8601. Dates with a time zone are converted to
/// UTC. Dates without one keep an unspecified kind.
/// </summary>
internal static class JsonDate
{
    private const int TicksDigits = 7;

    /// <summary>
    /// Reads a date. A placeholder, and any time of year 1, which means "never", becomes <see langword="null"/>.
    /// </summary>
    /// <returns>Whether the value is a date or a placeholder. If not, the reader has not advanced.</returns>
    public static bool TryRead(ref Utf8JsonReader reader, out DateTime? value)
    {
        value = null;
        if (reader.TokenType != JsonTokenType.String)
        {
            return false;
        }

        if (Placeholder.Matches(ref reader))
        {
            return true;
        }

        if (!TryParse(JsonText.Utf8(ref reader), out DateTime date))
        {
            return false;
        }

        value = date.Year == 1 ? null : date;
        return true;
    }

    private static bool TryParse(ReadOnlySpan<byte> text, out DateTime date)
    {
        date = default;
        if (text.Length < 10 || text[4] != '-' || text[7] != '-'
            || !TryNumber(text.Slice(0, 4), 1, 9999, out int year)
            || !TryNumber(text.Slice(5, 2), 1, 12, out int month)
            || !TryNumber(text.Slice(8, 2), 1, DateTime.DaysInMonth(year, month), out int day))
        {
            return false;
        }

        date = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified);
        return text.Length == 10 || (text[10] is (byte)' ' or (byte)'T' && TryAddTime(text.Slice(11), ref date));
    }

    private static bool TryAddTime(ReadOnlySpan<byte> text, ref DateTime date)
    {
        if (text.Length < 5 || text[2] != ':'
            || !TryNumber(text.Slice(0, 2), 0, 23, out int hour) || !TryNumber(text.Slice(3, 2), 0, 59, out int minute))
        {
            return false;
        }

        long ticks = (hour * TimeSpan.TicksPerHour) + (minute * TimeSpan.TicksPerMinute);
        text = text.Slice(5);
        if (!text.IsEmpty && text[0] == ':')
        {
            if (text.Length < 3 || !TryNumber(text.Slice(1, 2), 0, 59, out int second))
            {
                return false;
            }

            ticks += second * TimeSpan.TicksPerSecond;
            text = text.Slice(3);
            if (!text.IsEmpty && text[0] == '.' && !TryFraction(ref text, ref ticks))
            {
                return false;
            }
        }

        date = date.AddTicks(ticks);
        return text.IsEmpty || TryApplyZone(text, ref date);
    }

    // A fraction that is finer than a tick is not a date: nothing is rounded.
    private static bool TryFraction(ref ReadOnlySpan<byte> text, ref long ticks)
    {
        long unit = TimeSpan.TicksPerSecond;
        int length = 1;
        for (; length < text.Length && text[length] is >= (byte)'0' and <= (byte)'9'; length++)
        {
            int digit = text[length] - '0';
            if (length > TicksDigits && digit > 0)
            {
                return false;
            }

            unit /= 10;
            ticks += digit * unit;
        }

        text = text.Slice(length);
        return length > 1;
    }

    // Z, +02:00, +0200 or +02.
    private static bool TryApplyZone(ReadOnlySpan<byte> text, ref DateTime date)
    {
        int minutes = 0;
        if (!text.SequenceEqual("Z"u8))
        {
            if (text.Length is not (3 or 5 or 6) || text[0] is not ((byte)'+' or (byte)'-')
                || !TryNumber(text.Slice(1, 2), 0, 14, out int hours) || (text.Length == 6 && text[3] != ':')
                || (text.Length > 3 && !TryNumber(text.Slice(text.Length - 2), 0, 59, out minutes)))
            {
                return false;
            }

            minutes = (minutes + (60 * hours)) * (text[0] == '-' ? -1 : 1);
        }

        // "Never" is the same in every time zone.
        if (date.Year == 1)
        {
            return true;
        }

        long ticks = date.Ticks - (minutes * TimeSpan.TicksPerMinute);
        if (ticks > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        date = new DateTime(ticks, DateTimeKind.Utc);
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<byte> digits, int minimum, int maximum, out int number)
    {
        number = 0;
        foreach (byte digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        return number >= minimum && number <= maximum;
    }
}
