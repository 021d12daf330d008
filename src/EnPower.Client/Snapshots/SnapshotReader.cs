using System.IO.Compression;

namespace EnPower.Snapshots;

/// <summary>
/// Reads a snapshot line by line. Whatever is not as it was written is an error that names the line: nothing is guessed.
/// </summary>
internal sealed class SnapshotReader : IDisposable
{
    // An answer of the API is no longer, and so no object of it.
    private const int LongestLine = 32 * 1024 * 1024;

    private readonly string _name;
    private readonly GZipStream _gzip;
    private readonly CancellationToken _cancellationToken;
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private ResourceModel? _model;

    /// <summary>Begins to read a snapshot.</summary>
    /// <param name="stream">The file. It is closed with the reader.</param>
    /// <param name="name">What the file is called in errors.</param>
    /// <param name="cancellationToken">Ends reading, if only with an exception.</param>
    /// <exception cref="EnPowerException">It is no snapshot, or one of a later version.</exception>
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
                    $"{name} is of a resource that this version of EnPower doesn't know: {Header.Resource}.");
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Gets how JSON is read, which is what <see cref="JsonLine"/> writes and no more.</summary>
    public static JsonReaderOptions ReaderOptions { get; } = new() { MaxDepth = 256 };

    public SnapshotHeader Header { get; }

    public ResourceModel Model => _model ??= ResourceModel.Find(Header.Resource)!;

    /// <summary>Gets the last line, once there are no more objects.</summary>
    public SnapshotFooter? Footer { get; private set; }

    /// <summary>Gets the line that was read, until the next one is.</summary>
    public ArraySegment<byte> Line { get; private set; }

    /// <summary>Gets the number of the line, from 1 on.</summary>
    public long LineNumber { get; private set; }

    /// <summary>Goes on to the next object.</summary>
    /// <returns>Whether there is one. If not, the snapshot was read to its end, and is whole.</returns>
    /// <exception cref="EnPowerException">The file was cut or damaged.</exception>
    public bool Read()
    {
        if (Footer is not null)
        {
            return false;
        }

        if (!TryReadLine())
        {
            throw InvalidNext("The line is missing: the file was cut.");
        }

        if (!Line.AsSpan().StartsWith(SnapshotFormat.FooterStart))
        {
            return true;
        }

        SnapshotFooter footer = ReadFooter();
        long count = LineNumber - 2;
        if (footer.Count != count)
        {
            throw Invalid($"The line says that there are {footer.Count} objects. There are {count}.");
        }

        if (TryReadLine())
        {
            throw Invalid("There is something behind the last line.");
        }

        Footer = footer;
        return false;
    }

    /// <summary>Gets the object of the line.</summary>
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

    /// <summary>Gets the key of the line and the hash of what is compared, as <see cref="LineScanner.TryScan"/> does.</summary>
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
            throw Invalid($"It is not the first line of a snapshot. {exception.Message}");
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
            throw Invalid($"It is not the last line of a snapshot. {exception.Message}");
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
                return _start == _end ? false : throw InvalidNext("The line has no end: the file was cut.");
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
            throw InvalidNext($"The file can't be unpacked from here on. {exception.Message}");
        }
    }

    private EnPowerException InvalidNext(string reason) => Invalid(reason, LineNumber + 1);

    private EnPowerException Invalid(string reason) => Invalid(reason, LineNumber);

    private EnPowerException Invalid(string reason, long line) =>
        new(EnPowerErrorId.InvalidSnapshot, $"{_name}, line {line}: {reason}");
}
