using System.Globalization;

namespace EnPower.Json;

/// <summary>
/// Reads a whole number, as a number or as text. A placeholder, and Exchange's <c>Unlimited</c>, is <see langword="null"/>.
/// </summary>
internal sealed class IntegerConverter : ReadingConverter<long?>
{
    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number when reader.TryGetInt64(out long number):
                return number;
            case JsonTokenType.Number when reader.TryGetDecimal(out decimal number) && IsWhole(number):
                return (long)number;
            case JsonTokenType.String when Placeholder.Matches(ref reader) || reader.ValueTextEquals("Unlimited"u8):
                return null;
            case JsonTokenType.String when decimal.TryParse(
                reader.GetString(), NumberStyles.Number, CultureInfo.InvariantCulture, out decimal number) && IsWhole(number):
                return (long)number;
            default:
                throw new JsonException("A whole number is expected.");
        }
    }

    private static bool IsWhole(decimal number) =>
        number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue;
}
