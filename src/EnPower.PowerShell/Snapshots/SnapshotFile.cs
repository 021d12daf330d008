namespace EnPower.Snapshots;

/// <summary>Opens snapshot files.</summary>
internal static class SnapshotFile
{
    /// <summary>Opens the file.</summary>
    /// <exception cref="EnPowerException">The file does not exist, or this user can't read it.</exception>
    public static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new EnPowerException(
                EnPowerErrorId.NoSnapshot, $"The snapshot can't be opened. {exception.Message}", exception);
        }
    }
}
