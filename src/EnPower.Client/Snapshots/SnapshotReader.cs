using System.IO.Compression;

namespace EnPower.Snapshots;

/// <summary>
/// Reads a snapshot line by line. Any damage is an error that names the line.
/// </summary>
internal sealed class SnapshotReader : IDisposable
{
    // The limit of a response of the API, and so of an object.
    private const int LongestLine = 32 * 1024 * 1024;

    private readonly string _name;
    private readonly GZipStream _gzip;
    private readonly CancellationToken _cancellationToken;
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private ResourceModel? _model;

    /// <summary>Opens a snapshot and reads its first line.</summary>
    /// <param name="stream">The file. The reader closes it.</param>
    /// <param name="name">The name of the file in messages.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="EnPowerException">The file is not a snapshot, or has a later version.</exception>
    public SnapshotReader(Stream stream, string name, CancellationToken cancellationToken)
    {
        _name = name;
        _cancellationToken = cancellationToken;
        _gzip = new GZipStream(stream, CompressionMode.Decompress);
        try
        {
            if (stream.Length == 0)
            {
                throw new EnPowerException(EnPowerErrorId.InvalidSnapshot, $"{name} is empty.");
            }

            Header = TryReadLine() ? ReadHeader() : throw InvalidNext("The line is missing.");
            if (ResourceModel.Find(Header.Resource) is null)
            {
                throw new EnPowerException(
                    EnPowerErrorId.SnapshotVersionNotSupported,
                    $"This version of EnPower does not know the resource {Header.Resource} of {name}.");
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public SnapshotHeader Header { get; }

    public ResourceModel Model => _model ??= ResourceModel.Find(Header.Resource)!;

    /// <summary>Gets the last line, after the last object was read.</summary>
    public SnapshotFooter? Footer { get; private set; }

    /// <summary>Gets the current line. It is valid until the next one is read.</summary>
    public ArraySegment<byte> Line { get; private set; }

    /// <summary>Gets the number of the current line, starting at 1.</summary>
    public long LineNumber { get; private set; }

    /// <summary>Advances to the next object.</summary>
    /// <returns>Whether there is a next object. If not, the snapshot is complete.</returns>
    /// <exception cref="EnPowerException">The file is truncated or damaged.</exception>
    public bool Read()
    {
        if (Footer is not null)
        {
            return false;
        }

        if (!TryReadLine())
        {
            throw InvalidNext("The line is missing. The file is truncated.");
        }

        if (!Line.AsSpan().StartsWith(SnapshotFormat.FooterStart))
        {
            return true;
        }

        SnapshotFooter footer = ReadFooter();
        long count = LineNumber - 2;
        if (footer.Count != count)
        {
            throw Invalid($"The line states {footer.Count} objects, but the file has {count}.");
        }

        if (TryReadLine())
        {
            throw Invalid("The file continues after the last line.");
        }

        Footer = footer;
        return false;
    }

    /// <summary>Reads the object of the current line.</summary>
    /// <exception cref="EnPowerException">The line is damaged.</exception>
    public ApiObject ReadObject()
    {
        try
        {
            return Model.Read(Line);
        }
        catch (JsonException exception)
        {
            throw Invalid(exception.Message);
        }
    }

    /// <summary>Scans the current line.</summary>
    /// <exception cref="EnPowerException">The line is damaged.</exception>
    public bool TryScan(LineScanner scanner, out LineKey key, out ulong hash)
    {
        try
        {
            return scanner.TryScan(Line, out key, out hash);
        }
        catch (JsonException exception)
        {
            throw Invalid(exception.Message);
        }
    }

    public void Dispose() => _gzip.Dispose();

    private SnapshotHeader ReadHeader()
    {
        try
        {
            return SnapshotFormat.ReadHeader(Line, _name);
        }
        catch (JsonException exception)
        {
            throw Invalid($"The line is not the first line of a snapshot. {exception.Message}");
        }
    }

    private SnapshotFooter ReadFooter()
    {
        try
        {
            return SnapshotFormat.ReadFooter(Line);
        }
        catch (JsonException exception)
        {
            throw Invalid($"The line is not the last line of a snapshot. {exception.Message}");
        }
    }

    private bool TryReadLine()
    {
        int searched = _start;
        while (true)
        {
            int length = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (length >= 0)
            {
                int end = searched + length;
                Line = new ArraySegment<byte>(_buffer, _start, end - _start);
                _start = end + 1;
                LineNumber++;
                return true;
            }

            searched = _end;
            if (!TryFill(ref searched))
            {
                return _start == _end ? false : throw InvalidNext("The line is incomplete. The file is truncated.");
            }
        }
    }

    private bool TryFill(ref int searched)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            searched -= _start;
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            if (_buffer.Length >= LongestLine)
            {
                throw InvalidNext("The line is longer than 32 MB.");
            }

            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        try
        {
            int count = _gzip.Read(_buffer, _end, _buffer.Length - _end);
            _end += count;
            return count > 0;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            throw InvalidNext($"The file can't be decompressed. {exception.Message}");
        }
    }

    private EnPowerException InvalidNext(string reason) => Invalid(reason, LineNumber + 1);

    private EnPowerException Invalid(string reason) => Invalid(reason, LineNumber);

    private EnPowerException Invalid(string reason, long line) =>
        new(EnPowerErrorId.InvalidSnapshot, $"{_name}, line {line}: {reason}");
}
