using EnPower.Pipeline;

namespace EnPower.Requests;

/// <summary>
/// A file of lines, in UTF-8. What was in it before is gone with the first lines that are written, not earlier: a request
/// that fails leaves it as it was.
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

    /// <summary>Opens a file, ahead of any request.</summary>
    /// <param name="path">Its path in the file system.</param>
    /// <param name="append">Whether lines go after what the file holds, rather than in its place.</param>
    /// <param name="noClobber">Whether a file that exists is an error.</param>
    /// <exception cref="EnPowerException">The file can't be written to, or exists.</exception>
    public static LineFile Open(string path, bool append, bool noClobber)
    {
        LineFile? file = null;
        ReplacingFile.Try(() => file = new LineFile(path, noClobber ? FileMode.CreateNew : FileMode.OpenOrCreate, append));
        return file!;
    }

    /// <summary>Writes lines, and has them on their way to the disk.</summary>
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
