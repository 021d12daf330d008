using System.Buffers.Binary;
using System.Buffers.Text;

namespace EnPower.Emulator;

/// <summary>The opaque continuation token of the next page.</summary>
internal static class Continuation
{
    public const string ParameterName = "continuation";

    private const int Length = 2 * sizeof(long);

    public static string Encode(long position)
    {
        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, position);
        BinaryPrimitives.WriteInt64BigEndian(bytes[sizeof(long)..], CheckOf(position));
        return Base64Url.EncodeToString(bytes);
    }

    public static bool TryDecode(string text, out long position)
    {
        position = 0;
        Span<byte> bytes = stackalloc byte[Length];
        if (text.Length != Base64Url.GetEncodedLength(Length)
            || !Base64Url.IsValid(text)
            || Base64Url.DecodeFromChars(text, bytes) != Length)
        {
            return false;
        }

        position = BinaryPrimitives.ReadInt64BigEndian(bytes);
        return BinaryPrimitives.ReadInt64BigEndian(bytes[sizeof(long)..]) == CheckOf(position);
    }

    private static long CheckOf(long position) => (long)Scramble.Of(position, salt: 0x636f6e74);
}
