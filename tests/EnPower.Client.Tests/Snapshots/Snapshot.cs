using System.IO.Compression;
using System.Text;

namespace EnPower.Snapshots;

/// <summary>A snapshot in memory, for tests.</summary>
internal sealed record Snapshot(byte[] Bytes)
{
    public static SnapshotScope Everything { get; } = new(Tenants: null, [], new Dictionary<string, string>());

    public IReadOnlyList<string> Lines
    {
        get
        {
            using var gzip = new GZipStream(new MemoryStream(Bytes), CompressionMode.Decompress);
            using var reader = new StreamReader(gzip);
            return reader.ReadToEnd().TrimEnd('\n').Split('\n');
        }
    }

    public static Snapshot Of(params IEnumerable<ApiObject> items) => Of(items, Everything);

    public static Snapshot Of(
        IEnumerable<ApiObject> items,
        SnapshotScope scope,
        string? reason = null,
        long? readCount = null,
        Func<string, bool>? isKnown = null,
        IReadOnlyList<string>? missingFields = null,
        Type? model = null)
    {
        ApiObject[] all = [.. items];
        ResourceModel resource = ResourceModel.Of(model ?? all.FirstOrDefault()?.GetType() ?? typeof(Mailbox));
        var stream = new MemoryStream();
        string[] fields = [.. resource.Properties.Select(property => property.Field).Where(isKnown ?? (_ => true))];
        using (var writer = new SnapshotWriter(
            stream,
            new SnapshotHeader(resource.Name, scope, new DateTime(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc), "0.1.0", fields)))
        {
            Array.ForEach(all, writer.Write);
            writer.End(new SnapshotFooter(
                writer.Count, readCount ?? writer.Count, reason, Scope: null, writer.Tenants, missingFields ?? []));
        }

        return new Snapshot(stream.ToArray());
    }

    public static Snapshot OfLines(IEnumerable<string> lines)
    {
        var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));
        }

        return new Snapshot(stream.ToArray());
    }

    /// <summary>Compares with a later snapshot.</summary>
    public IReadOnlyList<Change> Compare(Snapshot later, ComparisonOptions? options = null) => Compare(later, options, out _);

    public IReadOnlyList<Change> Compare(Snapshot later, ComparisonOptions? options, out IReadOnlyList<string> warnings)
    {
        var comparison = new SnapshotComparison(
            Side("old", this), Side("new", later), options ?? new ComparisonOptions((_, property) => !property.IsVolatile));
        Change[] changes = [.. comparison.Run()];
        warnings = comparison.Warnings;
        return changes;
    }

    public IReadOnlyList<ApiObject> Read()
    {
        using var reader = new SnapshotReader(new MemoryStream(Bytes), "snapshot", CancellationToken.None);
        var items = new List<ApiObject>();
        while (reader.Read())
        {
            items.Add(reader.ReadObject());
        }

        return items;
    }

    private static SnapshotSide Side(string name, Snapshot snapshot) =>
        new(name, () => new MemoryStream(snapshot.Bytes), CancellationToken.None);
}
