using System.Globalization;
using System.Text;

namespace EnPower.Json;

/// <summary>Reads numbers of any size, without loss of digits.</summary>
internal static class JsonNumber
{
    // Exceeds every numeric type of .NET, so that larger exponents need not be distinguished.
    private const int LargestExponent = 100_000;

    /// <summary>Gets the current number in a type that holds it exactly, or else its text.</summary>
    public static object Read(ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt64(out long integer))
        {
            return integer;
        }

        ReadOnlySpan<byte> written = reader.ValueSpan;
        if (reader.TryGetDecimal(out decimal number) && IsSame(written, number.ToString(CultureInfo.InvariantCulture)))
        {
            return number;
        }

        return reader.TryGetDouble(out double real) && !double.IsInfinity(real)
            && IsSame(written, real.ToString("R", CultureInfo.InvariantCulture))
                ? real
                : JsonText.Decode(written);
    }

    /// <summary>Gets a whole number in any notation.</summary>
    public static bool TryGetWhole(ReadOnlySpan<byte> written, out long value)
    {
        value = 0;
        (bool isNegative, string digits, int exponent) = Normalize(written);
        if (digits.Length == 0)
        {
            return true;
        }

        // The largest long has 19 digits.
        return exponent >= 0 && digits.Length + exponent <= 19
            && long.TryParse(
                (isNegative ? "-" : string.Empty) + digits + new string('0', exponent),
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out value);
    }

    private static bool IsSame(ReadOnlySpan<byte> written, string converted) =>
        Normalize(written) == Normalize(Encoding.ASCII.GetBytes(converted));

    // The significant digits, and the power of ten of the last one. Zero has no digits.
    private static (bool IsNegative, string Digits, int Exponent) Normalize(ReadOnlySpan<byte> number)
    {
        var digits = new StringBuilder(number.Length);
        int exponent = 0;
        bool isFraction = false;
        for (int i = 0; i < number.Length; i++)
        {
            byte character = number[i];
            if (character is (byte)'e' or (byte)'E')
            {
                exponent += Exponent(number.Slice(i + 1));
                break;
            }

            if (character == '.')
            {
                isFraction = true;
            }
            else if (character is >= (byte)'0' and <= (byte)'9')
            {
                digits.Append((char)character);
                exponent -= isFraction ? 1 : 0;
            }
        }

        int end = digits.Length;
        while (end > 0 && digits[end - 1] == '0')
        {
            end--;
            exponent++;
        }

        string significant = digits.ToString(0, end).TrimStart('0');
        return significant.Length == 0 ? (false, string.Empty, 0) : (number[0] == '-', significant, exponent);
    }

    private static int Exponent(ReadOnlySpan<byte> text)
    {
        int value = 0;
        foreach (byte character in text)
        {
            if (character is >= (byte)'0' and <= (byte)'9')
            {
                value = Math.Min((value * 10) + (character - '0'), LargestExponent);
            }
        }

        return text[0] == '-' ? -value : value;
    }
}
