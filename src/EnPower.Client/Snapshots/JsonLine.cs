using System.Collections;
using System.Globalization;
using System.Text;

namespace EnPower.Snapshots;

/// <summary>
/// Writes JSON on one line, with the same bytes on every platform: UTF-8, minimal escapes, and no white space. The canonical
/// form is equal for equivalent values: it sorts lists and members, writes dates in UTC, and omits placeholders.
/// </summary>
internal sealed class JsonLine(bool isCanonical = false)
{
    private const string DateFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";

    private byte[] _bytes = new byte[4096];
    private int _length;

    /// <summary>Gets the written bytes.</summary>
    public ArraySegment<byte> Written => new(_bytes, 0, _length);

    public int Length => _length;

    public void Clear() => _length = 0;

    public void Write(byte value)
    {
        Reserve(1);
        _bytes[_length++] = value;
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    /// <summary>
    /// Writes an object: its properties in the order of the model, with the field names of the API, then additional properties.
    /// </summary>
    public void WriteObject(ApiObject item)
    {
        ResourceModel model = ResourceModel.Of(item.GetType());
        int start = Begin((byte)'{');
        foreach (ResourceProperty property in model.Properties)
        {
            WriteMember(start, property.Utf8Field, property.ValueOf(item));
        }

        if (item.HasAdditionalProperties && !isCanonical)
        {
            foreach (KeyValuePair<string, object?> field in item.AdditionalProperties)
            {
                if (!model.Properties.Any(property => property.Field == field.Key))
                {
                    WriteMember(start, Encoding.UTF8.GetBytes(field.Key), field.Value);
                }
            }
        }

        Write((byte)'}');
    }

    /// <summary>Writes a value of any type that a property can have.</summary>
    public void WriteValue(object? value)
    {
        switch (value)
        {
            case null:
                Write("null"u8);
                break;
            case string text:
                WriteText(text);
                break;
            case bool flag:
                Write(flag ? "true"u8 : "false"u8);
                break;
            case DateTime date:
                WriteDate(date);
                break;
            case DateTimeOffset date:
                WriteDate(date.UtcDateTime);
                break;
            case Enum number:
                WriteAscii(number.ToString("d"));
                break;
            case ApiObject item:
                WriteObject(item);
                break;
            case IDictionary<string, object?> members:
                WriteMembers(members);
                break;
            case IEnumerable items:
                WriteList(items);
                break;
            case decimal number:
                // The division removes trailing zeros.
                WriteAscii(
                    (isCanonical ? number / 1.000000000000000000000000000000m : number).ToString(CultureInfo.InvariantCulture));
                break;
            case double number:
                WriteAscii(number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case IFormattable number when value.GetType().IsPrimitive:
                WriteAscii(number.ToString(format: null, CultureInfo.InvariantCulture));
                break;
            default:
                WriteText($"{value}");
                break;
        }
    }

    private int Begin(byte bracket)
    {
        Write(bracket);
        return _length;
    }

    private void Separate(int start)
    {
        if (_length > start)
        {
            Write((byte)',');
        }
    }

    private void WriteMembers(IDictionary<string, object?> members)
    {
        int start = Begin((byte)'{');
        IEnumerable<KeyValuePair<string, object?>> ordered =
            isCanonical ? members.OrderBy(static member => member.Key, StringComparer.Ordinal) : members;
        foreach (KeyValuePair<string, object?> member in ordered)
        {
            // Dictionaries keep members that are null, unlike objects of the model.
            Separate(start);
            WriteText(member.Key);
            Write((byte)':');
            WriteValue(member.Value);
        }

        Write((byte)'}');
    }

    private void WriteMember(int start, ReadOnlySpan<byte> name, object? value)
    {
        if (value is null)
        {
            return;
        }

        int before = _length;
        Separate(start);
        WriteText(name);
        Write((byte)':');
        int valueStart = _length;
        WriteValue(value);
        if (isCanonical && IsNothing(_bytes.AsSpan(valueStart, _length - valueStart)))
        {
            _length = before;
        }
    }

    private void WriteList(IEnumerable items)
    {
        int start = Begin((byte)'[');
        IEnumerable elements = isCanonical ? Sorted(items) : items;
        foreach (object? element in elements)
        {
            Separate(start);
            if (element is byte[] written)
            {
                Write(written);
            }
            else
            {
                WriteValue(element);
            }
        }

        Write((byte)']');
    }

    private static List<byte[]> Sorted(IEnumerable items)
    {
        var lines = new List<byte[]>();
        foreach (object? item in items)
        {
            var line = new JsonLine(isCanonical: true);
            line.WriteValue(item);
            if (!IsNothing(line.Written))
            {
                lines.Add(line.Written.ToArray());
            }
        }

        lines.Sort(static (one, other) => one.AsSpan().SequenceCompareTo(other));
        return lines;
    }

    /// <summary>Gets whether JSON is null, a placeholder, or an empty object or list.</summary>
    public static bool IsNothing(ReadOnlySpan<byte> json) =>
        json.Length <= 5 && (json.SequenceEqual("null"u8) || json.SequenceEqual("\"\""u8) || json.SequenceEqual("\"N/A\""u8)
            || json.SequenceEqual("{}"u8) || json.SequenceEqual("[]"u8));

    private void WriteDate(DateTime date)
    {
        DateTime written = date.Kind == DateTimeKind.Local ? date.ToUniversalTime() : date;
        bool isUtc = isCanonical || written.Kind == DateTimeKind.Utc;
        Write((byte)'"');
        WriteAscii(written.ToString(DateFormat, CultureInfo.InvariantCulture));
        Write(isUtc ? "Z\""u8 : "\""u8);
    }

    private void WriteAscii(string text)
    {
        Reserve(text.Length);
        _length += Encoding.ASCII.GetBytes(text, 0, text.Length, _bytes, _length);
    }

    // Lone surrogates become U+FFFD.
    private void WriteText(string text)
    {
        Write((byte)'"');
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        int count = Encoding.UTF8.GetBytes(text, 0, text.Length, _bytes, _length);
        Span<byte> written = _bytes.AsSpan(_length, count);
        if (IndexOfEscaped(written) < 0)
        {
            _length += count;
        }
        else
        {
            WriteEscaped(written.ToArray());
        }

        Write((byte)'"');
    }

    private void WriteText(ReadOnlySpan<byte> text)
    {
        Write((byte)'"');
        WriteEscaped(text);
        Write((byte)'"');
    }

    private void WriteEscaped(ReadOnlySpan<byte> text)
    {
        while (IndexOfEscaped(text) is var index && index >= 0)
        {
            Write(text.Slice(0, index));
            Write((byte)'\\');
            byte character = text[index];
            if (character is (byte)'"' or (byte)'\\')
            {
                Write(character);
            }
            else
            {
                WriteAscii($"u{character:x4}");
            }

            text = text.Slice(index + 1);
        }

        Write(text);
    }

    private static int IndexOfEscaped(ReadOnlySpan<byte> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is < (byte)' ' or (byte)'"' or (byte)'\\')
            {
                return i;
            }
        }

        return -1;
    }

    private void Reserve(int count)
    {
        if (_bytes.Length - _length < count)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
        }
    }
}
