using System.Collections;
using System.Globalization;
using System.Runtime.InteropServices;
using EnPower.Pipeline;
using EnPower.Reports;

namespace EnPower.Commands;

/// <summary>Export-EnPowerReport: one page about mailboxes, complete in one file, to look at and to pass on.</summary>
/// <remarks>
/// Streams: of a mailbox no more is kept than its row. The file is written beside the one that it replaces, which stays whole
/// where the pipeline breaks off.
/// </remarks>
[Cmdlet(
    VerbsData.Export, "EnPowerReport", DefaultParameterSetName = PathSet, SupportsShouldProcess = true,
    HelpUri = HelpPages.Address + "Export-EnPowerReport.md")]
[OutputType(typeof(FileInfo))]
public sealed class ExportEnPowerReportCommand : PSCmdlet, IDisposable
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private static readonly string[] DisplayVariables = ["DISPLAY", "WAYLAND_DISPLAY"];

    private MailboxReport? _report;
    private ReplacingFile? _file;
    private ReadProgress? _progress;
    private string _fullPath = null!;

    /// <summary>Gets or sets the file to write, an HTML page.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = null!;

    /// <summary>Gets or sets the file to write, its path taken as it is typed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string LiteralPath { get; set; } = null!;

    /// <summary>
    /// Gets or sets the mailboxes, as Get-EnPowerMailbox or Get-EnPowerResourceMailbox writes them, or as they come back from
    /// a file, a job or another machine.
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

    /// <summary>Gets or sets whether to leave out the table of all mailboxes, and with it every script.</summary>
    [Parameter]
    public SwitchParameter NoMailboxTable { get; set; }

    /// <summary>Gets or sets the culture of numbers, dates and the order of names; the session's without it.</summary>
    [Parameter]
    [ValidateNotNull]
    public CultureInfo Culture { get; set; } = CultureInfo.CurrentCulture;

    /// <summary>Gets or sets whether the page is to say that mailboxes are missing.</summary>
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
    public void Dispose()
    {
        _file?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        // Before the first request: a path that can't be written to is no news for the end of a long read.
        try
        {
            _fullPath = FileSystemPath.Resolve(this, GivenPath, EnPowerErrorId.OutFileFailed);
            if (!ShouldProcess(_fullPath, "Write report"))
            {
                return;
            }

            _file = ReplacingFile.Create(_fullPath, NoClobber, Force);
        }
        catch (EnPowerException exception)
        {
            ThrowTerminatingError(ErrorRecords.Create(exception, GivenPath));
        }

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
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (_report is null || InputObject is null)
        {
            return;
        }

        if (InputObject.BaseObject is IEnumerable list and not string)
        {
            foreach (object? item in list)
            {
                Add(item is null ? null : PSObject.AsPSObject(item));
            }
        }
        else
        {
            Add(InputObject);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_report is null)
        {
            return;
        }

        _progress!.Dispose();
        try
        {
            ReplacingFile.Try(() => _report.WriteTo(_file!.Stream, StopIfStopping));
            _file!.PutInPlace();
        }
        catch (EnPowerException exception)
        {
            ThrowTerminatingError(ErrorRecords.Create(exception, GivenPath));
        }

        if (Show)
        {
            Open();
        }

        if (PassThru)
        {
            WriteObject(new FileInfo(_fullPath));
        }
    }

    private void Add(PSObject? input)
    {
        if (input is null)
        {
            return;
        }

        if (MailboxInput.From(input) is not { } mailbox)
        {
            ThrowTerminatingError(ErrorRecords.Create(
                new EnPowerException(
                    EnPowerErrorId.NoMailbox, $"An object of type {input.TypeNames.FirstOrDefault()} is no mailbox that a report could be made of."),
                input));
            return;
        }

        _report!.Add(mailbox);
        _progress!.Report(1, total: null);
    }

    private void StopIfStopping()
    {
        if (Stopping)
        {
            throw new PipelineStoppedException();
        }
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
            WriteWarning($"There is no desktop to show the report on. It lies in {_fullPath}.");
        }
    }
}
