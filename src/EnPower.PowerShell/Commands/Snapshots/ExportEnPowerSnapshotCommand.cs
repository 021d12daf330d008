using EnPower.Pipeline;
using EnPower.Snapshots;

namespace EnPower.Commands;

/// <summary>
/// Export-EnPowerSnapshot: writes objects of one resource to a file for later comparison. A temporary file replaces the
/// old one when it is complete.
/// </summary>
[Cmdlet(
    VerbsData.Export, "EnPowerSnapshot", SupportsShouldProcess = true, HelpUri = HelpPages.Address + "Export-EnPowerSnapshot.md")]
[OutputType(typeof(FileInfo))]
public sealed class ExportEnPowerSnapshotCommand : EnPowerCommand
{
    private ReplacingFile? _file;
    private SnapshotRecorder? _recorder;

    /// <summary>Gets or sets the file, such as <c>mailboxes.jsonl.gz</c>. No character in it is a wildcard.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("LiteralPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = null!;

    /// <summary>Gets or sets the objects: those of one command such as Get-EnPowerMailbox, whole.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    [AllowEmptyCollection]
    public PSObject[] InputObject { get; set; } = null!;

    /// <summary>Gets or sets whether a file that exists is left alone, which is an error.</summary>
    [Parameter]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Gets or sets whether a file that is read-only is replaced nonetheless.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gets or sets whether to write the file to the output.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => Try(() =>
    {
        string path = FileSystemPath.Resolve(this, Path, EnPowerErrorId.OutFileFailed);
        if (ShouldProcess(path))
        {
            _file = ReplacingFile.Create(path, NoClobber, Force);
            _recorder = new SnapshotRecorder(_file.Stream, ReadInFlight.Before(this));
        }
    });

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (_recorder is not null)
        {
            Try(() => Array.ForEach(InputObject, _recorder.Add));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_recorder is null)
        {
            return;
        }

        Try(() =>
        {
            _recorder.End();
            _file!.PutInPlace();
        });
        foreach (string warning in _recorder.Warnings)
        {
            WriteWarning(warning);
        }

        if (PassThru)
        {
            WriteObject(new FileInfo(FileSystemPath.Resolve(this, Path, EnPowerErrorId.OutFileFailed)));
        }
    }

    private protected override void Release()
    {
        _recorder?.Dispose();
        _file?.Dispose();
    }

    private void Try(Action work) => Try(() => ReplacingFile.Try(work), Path);
}
