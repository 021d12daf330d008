using System.Collections.ObjectModel;
using EnPower.Pipeline;
using EnPower.Snapshots;

namespace EnPower.Commands;

/// <summary>Import-EnPowerSnapshot: the objects of a snapshot again, typed as they were, one by one as they are read.</summary>
[Cmdlet(
    VerbsData.Import,
    "EnPowerSnapshot",
    DefaultParameterSetName = PathSet,
    HelpUri = HelpPages.Address + "Import-EnPowerSnapshot.md")]
[OutputType(typeof(ApiObject))]
public sealed class ImportEnPowerSnapshotCommand : EnPowerCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    /// <summary>Gets or sets the files. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = null!;

    /// <summary>Gets or sets the files, of whose names no character is a wildcard.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = null!;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string given in ParameterSetName == PathSet ? Path : LiteralPath)
        {
            Try(
                () =>
                {
                    foreach (string file in ParameterSetName == PathSet
                        ? Expand(given)
                        : [FileSystemPath.Resolve(this, given, EnPowerErrorId.NoSnapshot)])
                    {
                        Import(file);
                    }
                },
                given);
        }
    }

    private Collection<string> Expand(string path)
    {
        try
        {
            Collection<string> files = SessionState.Path.GetResolvedProviderPathFromPSPath(path, out ProviderInfo provider);
            return provider.Name == "FileSystem" && files.Count > 0
                ? files
                : throw new EnPowerException(EnPowerErrorId.NoSnapshot, $"There is no file {path}.");
        }
        catch (Exception exception) when (exception is RuntimeException or NotSupportedException)
        {
            throw new EnPowerException(EnPowerErrorId.NoSnapshot, exception.Message, exception);
        }
    }

    private void Import(string file)
    {
        string name = System.IO.Path.GetFileName(file);
        using var snapshot = new SnapshotReader(SnapshotFile.Open(file), name, StopToken);
        var read = new ListRead();
        Note(snapshot.Header.Scope, read);
        while (snapshot.Read())
        {
            ApiObject item = snapshot.ReadObject();
            item.Read = read;
            WriteObject(item);
        }

        SnapshotFooter footer = snapshot.Footer!;
        Note(footer.Scope, read);
        read.Count = footer.ReadCount ?? footer.Count;
        read.NarrowMissingFields(
        [
            .. snapshot.Model.Properties.Select(static property => property.Field)
                .Except(snapshot.Header.Fields, StringComparer.Ordinal).Union(footer.MissingFields, StringComparer.Ordinal),
        ]);
        read.End();
        if (footer.Reason is { } reason)
        {
            read.Break(reason);
            WriteWarning($"{name} is incomplete. {reason}");
        }
    }

    private static void Note(SnapshotScope? scope, ListRead read)
    {
        if (scope is null)
        {
            return;
        }

        read.Filters = [.. scope.Filters.Select(static filter => (filter.Key, (string?)filter.Value))];
        foreach (string? tenant in scope.Tenants ?? (IReadOnlyList<string?>)[null])
        {
            read.AddTenant(tenant);
        }

        foreach (string parent in scope.Parents)
        {
            read.AddParent(parent);
        }
    }
}
