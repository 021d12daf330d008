using System.Text;

namespace EnPower.Json;

/// <summary>Reads JSON strings. Invalid characters, such as lone surrogates, become U+FFFD and cause no error.</summary>
internal static class JsonText
{
    private const char ReplacementCharacter = '\uFFFD';

    /// <summary>Reads the current string or member name.</summary>
    public static string Read(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? Unescape(reader.ValueSpan) : Decode(reader.ValueSpan);

    /// <summary>Gets the unescaped bytes of the current string or member name.</summary>
    public static ReadOnlySpan<byte> Utf8(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(Unescape(reader.ValueSpan)) : reader.ValueSpan;

    /// <summary>Decodes UTF-8.</summary>
    public static string Decode(ReadOnlySpan<byte> utf8)
    {
#if NET
        return Encoding.UTF8.GetString(utf8);
#else
        return utf8.IsEmpty ? string.Empty : Encoding.UTF8.GetString(utf8.ToArray());
#endif
    }

    /// <summary>Compares a name with the name of a field, which consists of ASCII letters and digits.</summary>
    public static bool EqualsInAnyCasing(ReadOnlySpan<byte> written, ReadOnlySpan<byte> name)
    {
        if (written.Length != name.Length)
        {
            return false;
        }

        for (int i = 0; i < name.Length; i++)
        {
            if (written[i] != name[i] && ((written[i] ^ name[i]) != 0x20 || (name[i] | 0x20) is < 'a' or > 'z'))
            {
                return false;
            }
        }

        return true;
    }

    // The reader has validated the escapes.
    private static string Unescape(ReadOnlySpan<byte> escaped)
    {
        var text = new StringBuilder(escaped.Length);
        while (!escaped.IsEmpty)
        {
            int backslash = escaped.IndexOf((byte)'\\');
            if (backslash < 0)
            {
                backslash = escaped.Length;
            }

            text.Append(Decode(escaped.Slice(0, backslash)));
            escaped = escaped.Slice(backslash);
            if (escaped.IsEmpty)
            {
                break;
            }

            bool isCodeUnit = escaped[1] == 'u';
            text.Append(isCodeUnit ? CodeUnit(escaped.Slice(2, 4)) : Escaped(escaped[1]));
            escaped = escaped.Slice(isCodeUnit ? 6 : 2);
        }

        ReplaceLoneSurrogates(text);
        return text.ToString();
    }

    private static char CodeUnit(ReadOnlySpan<byte> digits)
    {
        int value = 0;
        foreach (byte digit in digits)
        {
            value = (value << 4) + (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }

        return (char)value;
    }

    private static char Escaped(byte character) => character switch
    {
        (byte)'b' => '\b',
        (byte)'f' => '\f',
        (byte)'n' => '\n',
        (byte)'r' => '\r',
        (byte)'t' => '\t',
        _ => (char)character,
    };

    private static void ReplaceLoneSurrogates(StringBuilder text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
            }
            else
            {
                text[i] = ReplacementCharacter;
            }
        }
    }
}
