using System.Buffers.Binary;
using System.Security.Cryptography;

namespace EnPower.Snapshots;

/// <summary>
/// What the key of an object is remembered by, in the same 16 bytes however long it is. Of a cryptographic hash: who can name
/// an object as they like must not be able to make it look like another.
/// </summary>
internal readonly record struct LineKey(ulong High, ulong Low)
{
    /// <summary>Makes one of the text of a key.</summary>
    public static LineKey Of(ArraySegment<byte> text)
    {
        Span<byte> digest = stackalloc byte[32];
        Hash(text, digest);
        return new LineKey(BinaryPrimitives.ReadUInt64LittleEndian(digest), BinaryPrimitives.ReadUInt64LittleEndian(digest.Slice(8)));
    }

    /// <summary>Gets 64 bits that differ where texts do, and are never 0.</summary>
    public static ulong HashOf(ArraySegment<byte> text)
    {
        Span<byte> digest = stackalloc byte[32];
        Hash(text, digest);
        return Math.Max(BinaryPrimitives.ReadUInt64LittleEndian(digest), 1);
    }

#if NET
    private static void Hash(ArraySegment<byte> text, Span<byte> digest) => SHA256.HashData(text, digest);
#else
    [ThreadStatic]
    private static SHA256? sha;

    private static void Hash(ArraySegment<byte> text, Span<byte> digest) =>
        (sha ??= SHA256.Create()).ComputeHash(text.Array, text.Offset, text.Count).CopyTo(digest);
#endif
}
