namespace EnPower;

/// <summary>Converts sizes in megabytes, the unit of the API.</summary>
internal static class Megabytes
{
    private const int BitsOfMegabyte = 20;

    /// <summary>Gets a size in bytes; <see langword="null"/> if it is unknown or overflows.</summary>
    public static long? ToBytes(long? megabytes) =>
        megabytes is >= 0 and <= long.MaxValue >> BitsOfMegabyte ? megabytes << BitsOfMegabyte : null;

    /// <summary>Gets the used percentage of a quota with one decimal; <see langword="null"/> if either is unknown.</summary>
    public static double? PercentOf(long? quota, long? used) =>
        quota is > 0 && used is not null ? Math.Round(100.0 * used.Value / quota.Value, 1) : null;

    /// <summary>Gets whether a quota is reached; <see langword="null"/> if either is unknown.</summary>
    public static bool? Reaches(long? quota, long? used) => quota is > 0 && used is not null ? used >= quota : null;
}
