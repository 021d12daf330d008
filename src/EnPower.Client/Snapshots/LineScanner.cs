using EnPower.Json;

namespace EnPower.Snapshots;

/// <summary>
/// Computes the key of a line and a hash of its compared fields, without creating an object. Lines with equal hashes have
/// equal values. Lines with different hashes may still be equivalent, such as lists in another order, so their objects must be
/// compared.
/// </summary>
internal sealed class LineScanner
{
    private readonly ResourceModel _model;
    private readonly bool[] _isCompared;
    private readonly KeyPart[] _key;
    private readonly JsonLine _text = new();

    /// <summary>Initializes a new instance of the <see cref="LineScanner"/> class.</summary>
    /// <param name="model">The model of the objects.</param>
    /// <param name="tenantField">The field that identifies the tenant; <see langword="null"/> if there is none.</param>
    /// <param name="isCompared">Whether each property is compared, by its index in the model.</param>
    public LineScanner(ResourceModel model, string? tenantField, bool[] isCompared)
    {
        _model = model;
        _isCompared = isCompared;
        _key =
        [
            .. model.Properties.Select(static (property, index) => (property, index))
                .Where(part => part.property.IsKey || part.property.Field == tenantField)
                .Select(static part => new KeyPart(part.index, IsRequired: part.property.IsKey)),
        ];
    }

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="key">Its key.</param>
    /// <param name="hash">The hash of the compared fields, never 0.</param>
    /// <returns>Whether the object has a key.</returns>
    /// <exception cref="JsonException">The line is damaged.</exception>
    public bool TryScan(ArraySegment<byte> line, out LineKey key, out ulong hash)
    {
        _text.Clear();
        foreach (KeyPart part in _key)
        {
            part.Value.Clear();
        }

        Scan(line);
        hash = LineKey.HashOf(_text.Written);
        _text.Clear();
        bool hasKey = true;
        foreach (KeyPart part in _key)
        {
            hasKey &= !part.IsRequired || part.Value.Length > 0;
            _text.Write(part.Value.Written);
            _text.Write(0);
        }

        key = LineKey.Of(_text.Written);
        return hasKey;
    }

    private void Scan(ArraySegment<byte> line)
    {
        var reader = new Utf8JsonReader(line, JsonOptions.Snapshot);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("The line is not a JSON object.");
        }

        int expected = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int index = Find(ref reader, expected);
            reader.Read();
            if (index < 0)
            {
                reader.Skip();
                continue;
            }

            expected = index + 1;
            NoteKey(ref reader, index);
            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            ReadOnlySpan<byte> value = line.AsSpan(start, (int)reader.BytesConsumed - start);
            if (_isCompared[index] && !JsonLine.IsNothing(value))
            {
                _text.Write((byte)index);
                _text.Write((byte)(index >> 8));
                _text.Write(value);
                _text.Write((byte)'\n');
            }
        }

        // Fails if anything follows on the line.
        reader.Read();
    }

    private void NoteKey(ref Utf8JsonReader reader, int index)
    {
        foreach (KeyPart part in _key)
        {
            if (part.Index == index && reader.TokenType is (JsonTokenType.String or JsonTokenType.Number))
            {
                ReadOnlySpan<byte> value = reader.TokenType == JsonTokenType.String
                    ? JsonText.Utf8(ref reader)
                    : reader.ValueSpan;
                part.Value.Clear();
                part.Value.Write(Placeholder.Matches(value) ? default : value);
            }
        }
    }

    private int Find(ref Utf8JsonReader reader, int expected)
    {
        ReadOnlySpan<byte> name = JsonText.Utf8(ref reader);
        IReadOnlyList<ResourceProperty> properties = _model.Properties;
        for (int i = 0; i < properties.Count; i++)
        {
            int index = expected + i < properties.Count ? expected + i : expected + i - properties.Count;
            if (name.SequenceEqual(properties[index].Utf8Field))
            {
                return index;
            }
        }

        for (int i = 0; i < properties.Count; i++)
        {
            if (JsonText.EqualsInAnyCasing(name, properties[i].Utf8Field))
            {
                return i;
            }
        }

        return -1;
    }

    private sealed record KeyPart(int Index, bool IsRequired)
    {
        public JsonLine Value { get; } = new();
    }
}
