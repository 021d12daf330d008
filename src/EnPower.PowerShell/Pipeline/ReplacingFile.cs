namespace EnPower.Pipeline;

/// <summary>
/// A file that is written beside the one it replaces, and takes its place when it is whole. Until then, and if it never is,
/// what was there before stays as it was.
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

    /// <summary>Gets what to write to.</summary>
    public FileStream Stream { get; }

    /// <summary>Opens the new file, ahead of the work whose result it is for.</summary>
    /// <param name="path">The full path of the file to replace, which need not exist.</param>
    /// <param name="noClobber">Whether a file that exists is an error.</param>
    /// <param name="force">Whether a file that is read-only is replaced nonetheless.</param>
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

    /// <summary>Puts the file in its place.</summary>
    /// <exception cref="EnPowerException">It can't be put there.</exception>
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

    /// <summary>Removes the file, unless it is in its place.</summary>
    public void Dispose()
    {
        Stream.Dispose();
        if (!_isInPlace)
        {
            File.Delete(Stream.Name);
        }
    }

    /// <summary>Writes to the file, in terms of our errors.</summary>
    /// <exception cref="EnPowerException">It can't be written.</exception>
    public static void Try(Action work)
    {
        try
        {
            work();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new EnPowerException(EnPowerErrorId.OutFileFailed, $"The file can't be written. {exception.Message}", exception);
        }
    }
}
