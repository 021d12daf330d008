using System.Buffers.Binary;
using System.Security.Cryptography;

namespace EnPower.Snapshots;

/// <summary>
/// A 16-byte hash of the key of an object. It is cryptographic, so that users who choose names can't provoke collisions.
/// </summary>
internal readonly record struct LineKey(ulong High, ulong Low)
{
    /// <summary>Hashes the text of a key.</summary>
    public static LineKey Of(ArraySegment<byte> text)
    {
        Span<byte> digest = stackalloc byte[32];
        Hash(text, digest);
        return new LineKey(
            BinaryPrimitives.ReadUInt64LittleEndian(digest), BinaryPrimitives.ReadUInt64LittleEndian(digest.Slice(8)));
    }

    /// <summary>Gets a 64-bit hash of a text, which is never 0.</summary>
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
