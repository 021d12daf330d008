using System.Collections;
using System.Globalization;
using System.Runtime.InteropServices;
using EnPower.Pipeline;
using EnPower.Reports;
using EnPower.Snapshots;

namespace EnPower.Commands;

/// <summary>Export-EnPowerReport: one page about mailboxes, complete in one file, to look at and to pass on.</summary>
/// <remarks>
/// Streams: it keeps only the row of each mailbox. A temporary file replaces the old one when it is complete, so that a
/// pipeline that fails leaves the old file unchanged.
/// </remarks>
[Cmdlet(
    VerbsData.Export, "EnPowerReport", DefaultParameterSetName = PathSet, SupportsShouldProcess = true,
    HelpUri = HelpPages.Address + "Export-EnPowerReport.md")]
[OutputType(typeof(FileInfo))]
public sealed class ExportEnPowerReportCommand : EnPowerCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private static readonly string[] DisplayVariables = ["DISPLAY", "WAYLAND_DISPLAY"];

    private readonly HashSet<ListRead> _reads = [];
    private ListRead? _latestRead;
    private (Type Model, ListRead Read)? _before;
    private SnapshotSide? _reference;
    private LiveSide? _difference;
    private MailboxReport? _report;
    private ReplacingFile? _file;
    private ReadProgress? _progress;
    private string _fullPath = null!;

    /// <summary>Gets or sets the file to write, an HTML page.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = null!;

    /// <summary>Gets or sets the file to write. Wildcard characters are literal.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string LiteralPath { get; set; } = null!;

    /// <summary>
    /// Gets or sets mailboxes from Get-EnPowerMailbox or Get-EnPowerResourceMailbox, also deserialized from a file, a job
    /// or a remote session.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public PSObject? InputObject { get; set; }

    /// <summary>Gets or sets the title of the page.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Title { get; set; } = new ReportOptions().Title;

    /// <summary>Gets or sets the days without activity from which on a mailbox is inactive.</summary>
    [Parameter]
    [ValidateRange(1, 36500)]
    public int InactiveDays { get; set; } = new ReportOptions().InactiveDays;

    /// <summary>Gets or sets the share of its quota from which on a mailbox is near it, in percent.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    public int QuotaPercent { get; set; } = new ReportOptions().QuotaPercent;

    /// <summary>Gets or sets a snapshot to compare with. The report then lists the changes since the snapshot.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ReferencePath { get; set; }

    /// <summary>Gets or sets whether to leave out the table of all mailboxes, and with it every script.</summary>
    [Parameter]
    public SwitchParameter NoMailboxTable { get; set; }

    /// <summary>Gets or sets the culture of numbers, dates and the order of names. Default: the culture of the session.</summary>
    [Parameter]
    [ValidateNotNull]
    public CultureInfo Culture { get; set; } = CultureInfo.CurrentCulture;

    /// <summary>
    /// Gets or sets whether to mark the report as incomplete. This happens automatically for a failed read in the same
    /// pipeline and for live objects.
    /// </summary>
    [Parameter]
    public SwitchParameter Incomplete { get; set; }

    /// <summary>Gets or sets whether a file that exists is left alone, which is an error.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Gets or sets whether to replace a file that is read-only.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gets or sets whether to write the file that was made.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Gets or sets whether to open the page in the browser.</summary>
    [Parameter]
    public SwitchParameter Show { get; set; }

    private string GivenPath => ParameterSetName == LiteralPathSet ? LiteralPath : Path;

    /// <inheritdoc/>
    protected override void BeginProcessing() => Try(() =>
    {
        // An invalid path must fail before the first request, and not after a long read.
        _fullPath = FileSystemPath.Resolve(this, GivenPath, EnPowerErrorId.OutFileFailed);
        if (ReferencePath is not null)
        {
            _reference = OpenReference(ReferencePath);
        }

        if (!ShouldProcess(_fullPath, "Write report"))
        {
            return;
        }

        _before = ReadInFlight.Before(this);
        _difference = _reference is null ? null : new LiveSide(nameof(InputObject), _before);
        _file = ReplacingFile.Create(_fullPath, NoClobber, Force);
        _progress = new ReadProgress(this, $"Collecting mailboxes for {GivenPath}", tenant: null);
        _report = new MailboxReport(new ReportOptions
        {
            Title = Title,
            InactiveDays = InactiveDays,
            QuotaPercent = QuotaPercent,
            IsIncomplete = Incomplete,
            HasMailboxTable = !NoMailboxTable,
            Culture = Culture,
        });
    });

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (_report is null || InputObject is null)
        {
            return;
        }

        IEnumerable items = InputObject.BaseObject is IEnumerable list and not string ? list : new[] { InputObject };
        Try(() =>
        {
            foreach (object? item in items)
            {
                if (item is not null)
                {
                    Add(PSObject.AsPSObject(item));
                }
            }
        });
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_report is null)
        {
            return;
        }

        _progress!.Dispose();
        Try(() =>
        {
            _report.ReasonOfIncompleteness ??= ReasonOfIncompleteness();
            _report.Changes = _reference is null ? null : Compare(_reference);
            _report.WriteTo(_file!.Stream, StopToken.ThrowIfCancellationRequested);
            _file.PutInPlace();
        });

        if (Show)
        {
            Open();
        }

        if (PassThru)
        {
            WriteObject(new FileInfo(_fullPath));
        }
    }

    private protected override void Release()
    {
        _difference?.Dispose();
        _file?.Dispose();
    }

    private void Add(PSObject input)
    {
        Mailbox mailbox = MailboxInput.From(input) ?? throw new EnPowerException(
            EnPowerErrorId.NoMailbox, $"An object of type {input.BaseObject.GetType().Name} is not a mailbox.");
        if (input.BaseObject is ApiObject { Read: { } read } && read != _latestRead)
        {
            _latestRead = read;
            _reads.Add(read);
        }

        _difference?.Add([input]);
        _report!.Add(mailbox);
        _progress!.Report(1, total: null);
    }

    // Evaluated at the end, when the earlier commands have ended.
    private string? ReasonOfIncompleteness()
    {
        if (_before is { } before)
        {
            _reads.Add(before.Read);
        }

        return _reads.Select(static read => read.ReasonOfIncompleteness).FirstOrDefault(static reason => reason is not null);
    }

    private SnapshotSide OpenReference(string path)
    {
        string file = FileSystemPath.Resolve(this, path, EnPowerErrorId.NoSnapshot);
        return new SnapshotSide(System.IO.Path.GetFileName(file), () => SnapshotFile.Open(file), StopToken);
    }

    private ChangeSection Compare(SnapshotSide reference)
    {
        var section = new ChangeSection(reference.Header.Time.ToUniversalTime());
        try
        {
            var selection = new PropertySelection(property: null, excludeProperty: null, includeVolatile: false);
            var comparison = new SnapshotComparison(
                reference, _difference!.End(this, StopToken), new ComparisonOptions(selection.IsWanted) { Force = Incomplete });
            foreach (Change change in comparison.Run())
            {
                section.Add(change);
            }

            foreach (string warning in comparison.Warnings)
            {
                WriteWarning(warning);
            }
        }
        catch (EnPowerException exception)
            when (exception.ErrorId is EnPowerErrorId.SnapshotsNotComparable or EnPowerErrorId.NotOfOneResource)
        {
            // The rest of the report is still useful.
            section.FailureReason = exception.Message;
            WriteWarning($"The report contains no changes. {exception.Message}");
        }

        return section;
    }

    private void Open()
    {
        bool hasDesktop = !RuntimeInformation.IsOSPlatform(OSPlatform.Linux)
            || DisplayVariables.Any(name => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)));
        if (hasDesktop)
        {
            InvokeProvider.Item.Invoke([_fullPath], literalPath: true);
        }
        else
        {
            WriteWarning($"There is no desktop to show the report. Its file is {_fullPath}.");
        }
    }

    private void Try(Action work) => Try(() => ReplacingFile.Try(work), GivenPath);
}
