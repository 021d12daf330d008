using EnPower.Pipeline;
using EnPower.Snapshots;

namespace EnPower.Commands;

/// <summary>
/// Compare-EnPowerSnapshot: compares two snapshots, or a snapshot and current objects. Writes one object for each
/// changed property, and one for each added or removed object.
/// </summary>
[Cmdlet(
    VerbsData.Compare, "EnPowerSnapshot", DefaultParameterSetName = PathToObjectSet,
    HelpUri = HelpPages.Address + "Compare-EnPowerSnapshot.md")]
[OutputType(typeof(Change))]
public sealed class CompareEnPowerSnapshotCommand : EnPowerCommand
{
    private const string PathToPathSet = "PathToPath";
    private const string PathToObjectSet = "PathToObject";
    private const string ObjectToPathSet = "ObjectToPath";
    private const string ObjectToObjectSet = "ObjectToObject";

    private SnapshotSide? _reference;
    private SnapshotSide? _difference;
    private LiveSide? _liveReference;
    private LiveSide? _liveDifference;

    /// <summary>Gets or sets the file with the objects as they were before.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathToPathSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathToObjectSet)]
    [ValidateNotNullOrEmpty]
    public string ReferencePath { get; set; } = null!;

    /// <summary>Gets or sets the objects as they were before, instead of a file.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ObjectToPathSet)]
    [Parameter(Mandatory = true, ParameterSetName = ObjectToObjectSet)]
    [ValidateNotNull]
    [AllowEmptyCollection]
    public PSObject[] ReferenceObject { get; set; } = null!;

    /// <summary>Gets or sets the file with the objects as they were after.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = PathToPathSet)]
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ObjectToPathSet)]
    [ValidateNotNullOrEmpty]
    public string DifferencePath { get; set; } = null!;

    /// <summary>Gets or sets the objects as they are after, instead of a file.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = PathToObjectSet)]
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ObjectToObjectSet)]
    [ValidateNotNull]
    [AllowEmptyCollection]
    public PSObject[] DifferenceObject { get; set; } = null!;

    /// <summary>Gets or sets the properties to compare. Default: all. Wildcards are permitted.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? Property { get; set; }

    /// <summary>Gets or sets the properties to exclude. Wildcards are permitted.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? ExcludeProperty { get; set; }

    /// <summary>Gets or sets whether to include properties that change by use, such as sizes and times of activity.</summary>
    [Parameter]
    public SwitchParameter IncludeVolatile { get; set; }

    /// <summary>Gets or sets whether to compare only properties that are relevant to security.</summary>
    [Parameter]
    public SwitchParameter SecurityRelevant { get; set; }

    /// <summary>Gets or sets whether to write unchanged objects too.</summary>
    [Parameter]
    public SwitchParameter IncludeEqual { get; set; }

    /// <summary>
    /// Gets or sets whether to compare incomplete or different snapshots by the objects and properties that both contain.
    /// </summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => Try(() =>
    {
        // An invalid file must fail before objects are read to compare with it.
        _reference = ReferencePath is null ? null : OpenFile(ReferencePath);
        _difference = DifferencePath is null ? null : OpenFile(DifferencePath);
        if (_reference is not null)
        {
            Selection().Validate(_reference.Model);
        }

        if (ReferenceObject is not null)
        {
            _liveReference = new LiveSide(nameof(ReferenceObject), before: null);
            _liveReference.Add(ReferenceObject);
        }

        if (_difference is null)
        {
            _liveDifference = new LiveSide(nameof(DifferenceObject), ReadInFlight.Before(this));
        }
    });

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (_liveDifference is not null)
        {
            Try(() => _liveDifference.Add(DifferenceObject));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Try(() =>
    {
        _reference ??= _liveReference!.End(this, StopToken);
        _difference ??= _liveDifference!.End(this, StopToken);
        PropertySelection selection = Selection();
        selection.Validate(_reference.Model);
        var comparison = new SnapshotComparison(_reference, _difference, new ComparisonOptions(selection.IsWanted)
        {
            IsOnlySecurityRelevant = SecurityRelevant,
            IncludesUnchanged = IncludeEqual,
            Force = Force,
        });
        int warned = 0;
        Warn();
        foreach (Change change in comparison.Run())
        {
            WriteObject(change);
        }

        Warn();

        void Warn()
        {
            for (; warned < comparison.Warnings.Count; warned++)
            {
                WriteWarning(comparison.Warnings[warned]);
            }
        }
    });

    private protected override void Release()
    {
        _liveReference?.Dispose();
        _liveDifference?.Dispose();
    }

    private PropertySelection Selection() => new(Property, ExcludeProperty, IncludeVolatile);

    private SnapshotSide OpenFile(string path)
    {
        string file = FileSystemPath.Resolve(this, path, EnPowerErrorId.NoSnapshot);
        return new SnapshotSide(System.IO.Path.GetFileName(file), () => SnapshotFile.Open(file), StopToken);
    }

    private void Try(Action work) => Try(() => ReplacingFile.Try(work), target: null);
}
