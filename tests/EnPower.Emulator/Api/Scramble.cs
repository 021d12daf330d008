namespace EnPower.Emulator;

/// <summary>Deterministic pseudorandom numbers (the finalizer of SplitMix64).</summary>
internal static class Scramble
{
    private const ulong SecondHalf = 0x5851F42D4C957F2DUL;

    public static ulong Of(long index, ulong salt)
    {
        ulong bits = unchecked((ulong)index + ((salt + 1) * 0x9E3779B97F4A7C15UL));
        bits = unchecked((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9UL);
        bits = unchecked((bits ^ (bits >> 27)) * 0x94D049BB133111EBUL);
        return bits ^ (bits >> 31);
    }

    /// <summary>A version 4 GUID from two independent numbers, unique for each index.</summary>
    public static Guid GuidOf(long index, ulong salt)
    {
        ulong high = Of(index, salt);
        ulong low = Of(index, salt ^ SecondHalf);
        return new Guid(
            (uint)(high >> 32), (ushort)(high >> 16), (ushort)(0x4000 | (high & 0x0FFF)),
            (byte)(0x80 | ((low >> 56) & 0x3F)), (byte)(low >> 48), (byte)(low >> 40), (byte)(low >> 32),
            (byte)(low >> 24), (byte)(low >> 16), (byte)(low >> 8), (byte)low);
    }
}
