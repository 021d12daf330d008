using System.Globalization;
using EnPower.Json;

namespace EnPower.Snapshots;

/// <summary>
/// Reads and writes the first and the last line of a snapshot. Each is an object with one member that no resource has, so that
/// tools can tell them from lines of objects.
/// </summary>
internal static class SnapshotFormat
{
    private const string Header = "enPowerSnapshot";
    private const string Footer = "enPowerSnapshotEnd";

    /// <summary>Gets the start of the last line.</summary>
    public static ReadOnlySpan<byte> FooterStart => "{\"enPowerSnapshotEnd\":"u8;

    public static void Write(JsonLine line, SnapshotHeader header) => line.WriteValue(Wrap(Header, new Dictionary<string, object?>
    {
        ["formatVersion"] = SnapshotHeader.FormatVersion,
        ["resource"] = header.Resource,
        ["scope"] = Plain(header.Scope),
        ["time"] = header.Time,
        ["moduleVersion"] = header.ModuleVersion,
        ["fields"] = header.Fields,
    }));

    public static void Write(JsonLine line, SnapshotFooter footer) => line.WriteValue(Wrap(Footer, new Dictionary<string, object?>
    {
        ["count"] = footer.Count,
        ["complete"] = footer.IsComplete,
        ["reason"] = footer.Reason,
        ["readCount"] = footer.ReadCount,
        ["scope"] = Plain(footer.Scope),
        ["tenants"] = footer.Tenants.Select(static tenant => new Dictionary<string, object?>
        {
            ["tenantId"] = tenant.Id,
            ["tenantDomain"] = tenant.Domain,
        }),
        ["missingFields"] = footer.MissingFields,
    }));

    /// <exception cref="JsonException">The line is not the first line of a snapshot.</exception>
    /// <exception cref="EnPowerException">A later version wrote the snapshot.</exception>
    public static SnapshotHeader ReadHeader(ArraySegment<byte> line, string name)
    {
        Members members = Members.Read(line, Header);
        long version = members.Get<long>("formatVersion");
        if (version > SnapshotHeader.FormatVersion)
        {
            string? by = members.Find<string>("moduleVersion") is { } module ? $" EnPower {module} wrote it." : null;
            throw new EnPowerException(
                EnPowerErrorId.SnapshotVersionNotSupported,
                $"{name} has version {version} of the format. This version of EnPower supports "
                + $"{SnapshotHeader.FormatVersion}.{by}");
        }

        return version == SnapshotHeader.FormatVersion
            ? new SnapshotHeader(
                members.Get<string>("resource"),
                members.FindScope(),
                members.GetDate("time"),
                members.Get<string>("moduleVersion"),
                members.GetTexts("fields"))
            : throw new JsonException($"Version {version} of the format does not exist.");
    }

    /// <exception cref="JsonException">The line is not the last line of a snapshot.</exception>
    public static SnapshotFooter ReadFooter(ArraySegment<byte> line)
    {
        Members members = Members.Read(line, Footer);
        bool isComplete = members.Get<bool>("complete");
        return new SnapshotFooter(
            members.Get<long>("count"),
            members.FindNumber("readCount"),
            isComplete ? null : members.Get<string>("reason"),
            members.FindScope(),
            [
                .. members.GetObjects("tenants").Select(static tenant =>
                    new SnapshotTenant(tenant.Find<string>("tenantId"), tenant.Find<string>("tenantDomain"))),
            ],
            members.GetTexts("missingFields"));
    }

    private static Dictionary<string, object?> Wrap(string name, Dictionary<string, object?> members) =>
        new() { [name] = WithoutNulls(members) };

    private static Dictionary<string, object?>? Plain(SnapshotScope? scope) => scope is null ? null : WithoutNulls(new()
    {
        ["allTenants"] = scope.Tenants is null ? true : null,
        ["tenants"] = scope.Tenants,
        ["parents"] = scope.Parents.Count == 0 ? null : scope.Parents,
        ["filters"] = scope.Filters.ToDictionary(static filter => filter.Key, static filter => (object?)filter.Value),
    });

    private static Dictionary<string, object?> WithoutNulls(Dictionary<string, object?> members) =>
        members.Where(static member => member.Value is not null)
            .ToDictionary(static member => member.Key, static member => member.Value);

    // Typed access to the members of a line.
    private readonly struct Members(IDictionary<string, object?> values)
    {
        public static Members Read(ArraySegment<byte> line, string name)
        {
            var reader = new Utf8JsonReader(line, JsonOptions.Snapshot);
            reader.Read();
            object? value = PlainValue.Read(ref reader, new PageContext());
            reader.Read();
            return value is IDictionary<string, object?> { Count: 1 } outer
                && outer.TryGetValue(name, out object? inner) && inner is IDictionary<string, object?> members
                    ? new Members(members)
                    : throw new JsonException($"The line has no member {name}.");
        }

        public T Get<T>(string name) => Value(name) is T value ? value : throw Missing(name);

        public T? Find<T>(string name)
            where T : class => Value(name) as T;

        public long? FindNumber(string name) => Value(name) is null ? null : Get<long>(name);

        public DateTime GetDate(string name) => DateTime.TryParse(
            Get<string>(name), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime date)
            ? date
            : throw Missing(name);

        public IReadOnlyList<string> GetTexts(string name) =>
            [.. Items(name).Select(item => item as string ?? throw Missing(name))];

        public Members[] GetObjects(string name) =>
            [.. Items(name).Select(item => new Members(item as IDictionary<string, object?> ?? throw Missing(name)))];

        public SnapshotScope? FindScope()
        {
            if (Value("scope") is null)
            {
                return null;
            }

            var scope = new Members(Get<IDictionary<string, object?>>("scope"));
            var filters = scope.Get<IDictionary<string, object?>>("filters");
            return new SnapshotScope(
                scope.Value("allTenants") is true ? null : scope.GetTexts("tenants"),
                scope.Value("parents") is null ? [] : scope.GetTexts("parents"),
                filters.ToDictionary(
                    static filter => filter.Key, static filter => filter.Value as string ?? throw Missing("filters")));
        }

        private static JsonException Missing(string name) => new($"The line has no valid member {name}.");

        private object? Value(string name) => values.TryGetValue(name, out object? value) ? value : null;

        private ItemList<object?> Items(string name) => Get<ItemList<object?>>(name);
    }
}
