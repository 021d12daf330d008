namespace EnPower.Pipeline;

/// <summary>
/// A file that is written beside the one it will replace, and takes its name once it is whole. Until then, and when it never
/// becomes so, the old file stays as it is.
/// </summary>
internal sealed class ReplacementFile : IDisposable
{
    private readonly string _path;
    private readonly string _temporaryPath;
    private readonly bool _noClobber;
    private readonly bool _force;
    private bool _isCommitted;

    private ReplacementFile(string path, bool noClobber, bool force)
    {
        _path = path;
        _noClobber = noClobber;
        _force = force;
        string folder = Path.GetDirectoryName(path) ?? throw new IOException($"{path} is a folder.");
        _temporaryPath = Path.Combine(folder, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.tmp");
        Stream = new FileStream(_temporaryPath, FileMode.CreateNew, FileAccess.Write, FileShare.None);
    }

    /// <summary>Gets where to write.</summary>
    public FileStream Stream { get; }

    /// <summary>Makes the new file, so that whatever stands in its way is known before any work.</summary>
    /// <param name="path">The path in the file system that the file will have.</param>
    /// <param name="noClobber">Whether a file of that name is an error.</param>
    /// <param name="force">Whether a file of that name is replaced also where it is read-only.</param>
    /// <exception cref="EnPowerException">The file can't be written to, or exists.</exception>
    public static ReplacementFile Create(string path, bool noClobber, bool force) => Try(path, () =>
    {
        if (Directory.Exists(path))
        {
            throw new IOException($"{path} is a folder.");
        }

        if (File.Exists(path))
        {
            if (noClobber)
            {
                throw Exists(path);
            }

            if (!force && IsReadOnly(path))
            {
                throw new UnauthorizedAccessException("It is read-only. -Force replaces it all the same.");
            }
        }

        return new ReplacementFile(path, noClobber, force);
    });

    /// <summary>Gives the file its name, and ends the one that had it.</summary>
    /// <exception cref="EnPowerException">The old file can't be replaced.</exception>
    public void Commit() => Try(_path, () =>
    {
        Stream.Dispose();
        if (!File.Exists(_path))
        {
            File.Move(_temporaryPath, _path);
        }
        else if (_noClobber)
        {
            throw Exists(_path);
        }
        else
        {
            if (_force && IsReadOnly(_path))
            {
                File.SetAttributes(_path, File.GetAttributes(_path) & ~FileAttributes.ReadOnly);
            }

            File.Replace(_temporaryPath, _path, destinationBackupFileName: null);
        }

        return _isCommitted = true;
    });

    /// <summary>Removes what was written, unless it has become the file.</summary>
    public void Dispose()
    {
        Stream.Dispose();
        if (!_isCommitted)
        {
            File.Delete(_temporaryPath);
        }
    }

    private static bool IsReadOnly(string path) => (File.GetAttributes(path) & FileAttributes.ReadOnly) != 0;

    private static EnPowerException Exists(string path) => new(EnPowerErrorId.FileExists, $"The file {path} exists already.");

    private static T Try<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new EnPowerException(
                EnPowerErrorId.FileNotWritten, $"The file {path} can't be written. {exception.Message}", exception);
        }
    }
}
