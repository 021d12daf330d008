using System.IO.Compression;

namespace EnPower.Snapshots;

/// <summary>Writes a snapshot: gzip, one line per object between a header and a footer.</summary>
internal sealed class SnapshotWriter : IDisposable
{
    private const int BlockSize = 64 * 1024;

    private readonly GZipStream _gzip;
    private readonly JsonLine _lines = new();
    private readonly HashSet<SnapshotTenant> _tenants = [];
    private SnapshotTenant? _latestTenant;

    /// <summary>Starts a snapshot. The caller disposes the stream.</summary>
    public SnapshotWriter(Stream stream, SnapshotHeader header)
    {
        _gzip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true);
        SnapshotFormat.Write(_lines, header);
        EndLine();
    }

    /// <summary>Gets the number of written objects.</summary>
    public long Count { get; private set; }

    /// <summary>Gets the tenants of the written objects.</summary>
    public IReadOnlyList<SnapshotTenant> Tenants =>
        [.. _tenants.OrderBy(static tenant => tenant.Domain, StringComparer.Ordinal)
            .ThenBy(static tenant => tenant.Id, StringComparer.Ordinal)];

    public void Write(ApiObject item)
    {
        if (item is ITenantObject owned && (owned.TenantId != _latestTenant?.Id || owned.TenantDomain != _latestTenant?.Domain))
        {
            _latestTenant = new SnapshotTenant(owned.TenantId, owned.TenantDomain);
            _tenants.Add(_latestTenant);
        }

        _lines.WriteObject(item);
        EndLine();
        Count++;
    }

    /// <summary>Ends the snapshot.</summary>
    public void End(SnapshotFooter footer)
    {
        SnapshotFormat.Write(_lines, footer);
        EndLine();
        WriteLines();
        _gzip.Dispose();
    }

    public void Dispose() => _gzip.Dispose();

    private void EndLine()
    {
        _lines.Write((byte)'\n');
        if (_lines.Length > BlockSize)
        {
            WriteLines();
        }
    }

    private void WriteLines()
    {
        ArraySegment<byte> lines = _lines.Written;
        _gzip.Write(lines.Array!, lines.Offset, lines.Count);
        _lines.Clear();
    }
}
