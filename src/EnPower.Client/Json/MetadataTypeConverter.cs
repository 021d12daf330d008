namespace EnPower.Json;

/// <summary>Reads the number of a metadata type, also where it is written as text.</summary>
internal sealed class MetadataTypeConverter : ReadingConverter<MetadataType?>
{
    private readonly IntegerConverter _number = new();

    public override MetadataType? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (MetadataType?)_number.Read(ref reader, typeof(long?), options);
}
