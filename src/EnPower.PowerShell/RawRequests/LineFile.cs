using EnPower.Pipeline;

namespace EnPower.RawRequests;

/// <summary>
/// A file of lines in UTF-8. Writing the first lines replaces the previous contents, so that a failed request leaves them
/// unchanged.
/// </summary>
internal sealed class LineFile : IDisposable
{
    private readonly FileStream _stream;
    private readonly bool _isNew;
    private readonly bool _append;
    private bool _hasBegun;

    private LineFile(string path, FileMode mode, bool append)
    {
        _isNew = !File.Exists(path);
        _append = append;
        _stream = new FileStream(path, mode, FileAccess.Write, FileShare.Read);
    }

    /// <summary>Opens a file before the first request.</summary>
    /// <param name="path">The path in the file system.</param>
    /// <param name="append">Whether lines are appended to the previous contents.</param>
    /// <param name="noClobber">Whether an existing file is an error.</param>
    /// <exception cref="EnPowerException">The file can't be written, or exists.</exception>
    public static LineFile Open(string path, bool append, bool noClobber)
    {
        LineFile? file = null;
        ReplacingFile.Try(() => file = new LineFile(path, noClobber ? FileMode.CreateNew : FileMode.OpenOrCreate, append));
        return file!;
    }

    /// <summary>Writes and flushes lines.</summary>
    /// <exception cref="EnPowerException">The lines can't be written.</exception>
    public void Write(IEnumerable<byte[]> lines) => ReplacingFile.Try(() =>
    {
        Begin();
        foreach (byte[] line in lines)
        {
            _stream.Write(line, 0, line.Length);
            _stream.WriteByte((byte)'\n');
        }

        _stream.Flush();
    });

    public void Dispose()
    {
        _stream.Dispose();
        if (_isNew && !_hasBegun)
        {
            File.Delete(_stream.Name);
        }
    }

    private void Begin()
    {
        if (_hasBegun)
        {
            return;
        }

        _hasBegun = true;
        if (_append)
        {
            _stream.Seek(0, SeekOrigin.End);
        }
        else
        {
            _stream.SetLength(0);
        }
    }
}
