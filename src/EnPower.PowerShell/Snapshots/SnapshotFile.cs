namespace EnPower.Snapshots;

/// <summary>A snapshot that lies on disk.</summary>
internal static class SnapshotFile
{
    /// <summary>Opens the file.</summary>
    /// <exception cref="EnPowerException">There is none, or none that this user may read.</exception>
    public static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new EnPowerException(EnPowerErrorId.NoSnapshot, $"The snapshot can't be opened. {exception.Message}", exception);
        }
    }
}
