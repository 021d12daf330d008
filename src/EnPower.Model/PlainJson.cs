using System.Collections;
using System.Globalization;
using System.Text;

namespace EnPower;

/// <summary>Writes plain values as JSON. It is part of this assembly because it has no dependencies.</summary>
internal static class PlainJson
{
    public static string Write(object? value)
    {
        var json = new StringBuilder();
        Write(json, value);
        return json.ToString();
    }

    private static void Write(StringBuilder json, object? value)
    {
        switch (value)
        {
            case null:
                json.Append("null");
                break;
            case bool flag:
                json.Append(flag ? "true" : "false");
                break;
            case string text:
                WriteText(json, text);
                break;
            case IDictionary<string, object?> fields:
                WriteFields(json, fields);
                break;
            case IEnumerable items:
                WriteItems(json, items);
                break;
            case double number:
                json.Append(number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case IFormattable number when value is decimal || value.GetType().IsPrimitive:
                json.Append(number.ToString(null, CultureInfo.InvariantCulture));
                break;
            default:
                WriteText(json, $"{value}");
                break;
        }
    }

    private static void WriteFields(StringBuilder json, IDictionary<string, object?> fields)
    {
        json.Append('{');
        string separator = string.Empty;

        // Sorted by name: Clixml does not preserve the order, and the text must not change.
        foreach (KeyValuePair<string, object?> field in fields.OrderBy(static field => field.Key, StringComparer.Ordinal))
        {
            json.Append(separator);
            WriteText(json, field.Key);
            json.Append(':');
            Write(json, field.Value);
            separator = ",";
        }

        json.Append('}');
    }

    private static void WriteItems(StringBuilder json, IEnumerable items)
    {
        json.Append('[');
        string separator = string.Empty;
        foreach (object? item in items)
        {
            json.Append(separator);
            Write(json, item);
            separator = ",";
        }

        json.Append(']');
    }

    private static void WriteText(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (char character in text)
        {
            switch (character)
            {
                case '"' or '\\':
                    json.Append('\\').Append(character);
                    break;
                case var _ when ControlCharacters.Include(character):
                    json.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                default:
                    json.Append(character);
                    break;
            }
        }

        json.Append('"');
    }
}
