namespace EnPower;

/// <summary>Sizes that the API gives in megabytes.</summary>
internal static class Megabytes
{
    private const int BitsOfMegabyte = 20;

    /// <summary>Gets a size in bytes; <see langword="null"/> where it is unknown, or more than a number can hold.</summary>
    public static long? ToBytes(long? megabytes) =>
        megabytes is >= 0 and <= long.MaxValue >> BitsOfMegabyte ? megabytes << BitsOfMegabyte : null;

    /// <summary>Gets how much of a quota is used, in percent with one decimal; <see langword="null"/> where either is unknown.</summary>
    public static double? PercentOf(long? quota, long? used) =>
        quota is > 0 && used is not null ? Math.Round(100.0 * used.Value / quota.Value, 1) : null;

    /// <summary>Gets whether a quota is reached; <see langword="null"/> where either is unknown.</summary>
    public static bool? Reaches(long? quota, long? used) => quota is > 0 && used is not null ? used >= quota : null;
}
