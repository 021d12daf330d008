namespace EnPower.Json;

/// <summary>Reads a boolean, also as text or as 0 and 1. A placeholder is <see langword="null"/>.</summary>
internal sealed class BooleanConverter : ReadingConverter<bool?>
{
    public override bool? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.Number when reader.TryGetInt32(out int number) && number is 0 or 1:
                return number == 1;
            case JsonTokenType.String when Placeholder.Matches(ref reader):
                return null;
            case JsonTokenType.String when bool.TryParse(reader.GetString(), out bool value):
                return value;
            default:
                throw new JsonException("true or false is expected.");
        }
    }
}
