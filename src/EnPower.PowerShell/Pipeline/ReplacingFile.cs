namespace EnPower.Pipeline;

/// <summary>
/// A temporary file that replaces another file when it is complete. Until then, and after a failure, the other file is
/// unchanged.
/// </summary>
internal sealed class ReplacingFile : IDisposable
{
    private readonly string _path;
    private readonly bool _noClobber;
    private readonly bool _force;
    private bool _isInPlace;

    private ReplacingFile(string path, bool noClobber, bool force)
    {
        _path = path;
        _noClobber = noClobber;
        _force = force;
        Stream = new FileStream($"{path}.{Guid.NewGuid():N}.tmp", FileMode.CreateNew, FileAccess.Write, FileShare.Read);
    }

    /// <summary>Gets the stream to write to.</summary>
    public FileStream Stream { get; }

    /// <summary>Creates the temporary file.</summary>
    /// <param name="path">The full path of the file to replace, which may not exist.</param>
    /// <param name="noClobber">Whether an existing file is an error.</param>
    /// <param name="force">Whether a read-only file is replaced.</param>
    /// <exception cref="EnPowerException">The file can't be written, or exists.</exception>
    public static ReplacingFile Create(string path, bool noClobber, bool force)
    {
        ReplacingFile? file = null;
        Try(() =>
        {
            var present = new FileInfo(path);
            if (Directory.Exists(path))
            {
                throw new IOException($"{path} is a folder.");
            }

            if (present.Exists && noClobber)
            {
                throw new IOException($"{path} exists, and -NoClobber was given.");
            }

            if (present.Exists && present.IsReadOnly && !force)
            {
                throw new IOException($"{path} is read-only. -Force replaces it nonetheless.");
            }

            file = new ReplacingFile(path, noClobber, force);
        });
        return file!;
    }

    /// <summary>Replaces the file.</summary>
    /// <exception cref="EnPowerException">The file can't be replaced.</exception>
    public void PutInPlace() => Try(() =>
    {
        Stream.Flush(flushToDisk: true);
        Stream.Dispose();
        if (!_noClobber && File.Exists(_path))
        {
            if (_force)
            {
                File.SetAttributes(_path, File.GetAttributes(_path) & ~FileAttributes.ReadOnly);
            }

            File.Replace(Stream.Name, _path, destinationBackupFileName: null);
        }
        else
        {
            File.Move(Stream.Name, _path);
        }

        _isInPlace = true;
    });

    /// <summary>Deletes the temporary file, unless it has replaced the other.</summary>
    public void Dispose()
    {
        Stream.Dispose();
        if (!_isInPlace)
        {
            File.Delete(Stream.Name);
        }
    }

    /// <summary>Writes to the file, and reports failures as EnPower errors.</summary>
    /// <exception cref="EnPowerException">The file can't be written.</exception>
    public static void Try(Action work)
    {
        try
        {
            work();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new EnPowerException(
                EnPowerErrorId.OutFileFailed, $"The file can't be written. {exception.Message}", exception);
        }
    }
}
