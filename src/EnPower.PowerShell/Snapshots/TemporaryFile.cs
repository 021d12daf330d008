namespace EnPower.Snapshots;

/// <summary>A temporary file that only the current user can read, and that is deleted when it is closed.</summary>
internal sealed class TemporaryFile : IDisposable
{
    public TemporaryFile()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
#if NET
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite | FileShare.Delete,
            Options = FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        Stream = new FileStream(path, options);
#else
        Stream = new FileStream(
            path,
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.ReadWrite | FileShare.Delete,
            bufferSize: 4096,
            FileOptions.DeleteOnClose);
#endif
    }

    /// <summary>Gets the stream to write to.</summary>
    public FileStream Stream { get; }

    /// <summary>Opens the file for reading.</summary>
    public FileStream Open() => new(Stream.Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    public void Dispose() => Stream.Dispose();
}
