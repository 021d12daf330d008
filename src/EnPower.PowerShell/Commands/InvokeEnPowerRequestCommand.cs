using System.Collections;
using EnPower.Connections;
using EnPower.Paging;
using EnPower.Pipeline;
using EnPower.RawRequests;

namespace EnPower.Commands;

/// <summary>
/// Invoke-EnPowerRequest: any GET of the API by its path, for what has no cmdlet yet. Nothing is asked but what is written:
/// -Query @{ top = 1000 } makes long lists ten times quicker than the API's own page size.
/// </summary>
/// <remarks>
/// A list comes out item by item, whatever the API names it. An answer without a list, or with several, is one object. Without
/// -All or -First only the first page is read, and a warning says so where there are more.
/// </remarks>
[Cmdlet(
    VerbsLifecycle.Invoke, "EnPowerRequest", SupportsPaging = true, SupportsShouldProcess = true, DefaultParameterSetName = ObjectSet,
    HelpUri = HelpPages.Address + "Invoke-EnPowerRequest.md")]
[OutputType(typeof(PSCustomObject), ParameterSetName = [ObjectSet])]
[OutputType(typeof(string), ParameterSetName = [RawSet])]
[OutputType(typeof(void), ParameterSetName = [OutFileSet])]
public sealed class InvokeEnPowerRequestCommand : EnPowerCommand
{
    private const string ObjectSet = "Object";
    private const string RawSet = "Raw";
    private const string OutFileSet = "OutFile";

    private PagingWindow _window = null!;

    /// <summary>
    /// Gets or sets the path, with or without <c>/smp</c>, such as <c>/smp/powerplatform/environments</c>. It can carry a
    /// query, and be a whole address on the connection's endpoint.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("Uri")]
    [ArgumentCompleter(typeof(EndpointCompleter))]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = null!;

    /// <summary>
    /// Gets or sets the query parameters: a name and one value each, in addition to those in the path. Dates go as ISO 8601,
    /// enumerations as their number.
    /// </summary>
    [Parameter(Position = 1)]
    [ValidateNotNull]
    public IDictionary? Query { get; set; }

    /// <summary>Gets or sets whether to read all pages, rather than the first.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <summary>Gets or sets whether to write the body of each answer as text, as it came.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RawSet)]
    public SwitchParameter Raw { get; set; }

    /// <summary>
    /// Gets or sets the file that receives the items, one a line, in JSON as the API sent them. Page by page: what came
    /// before an error is in it.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = OutFileSet)]
    [ValidateNotNullOrEmpty]
    public string? OutFile { get; set; }

    /// <summary>Gets or sets whether lines go after what the file holds, rather than in its place.</summary>
    [Parameter(ParameterSetName = OutFileSet)]
    public SwitchParameter Append { get; set; }

    /// <summary>Gets or sets whether a file that exists is left alone, which is an error.</summary>
    [Parameter(ParameterSetName = OutFileSet)]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Gets or sets the connection to use; the runspace's default without it.</summary>
    [Parameter]
    [ValidateNotNull]
    [ConnectionOfThisProcess]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    public EnPowerConnection? Connection { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        Connection = Resolve(Connection);
        _window = new PagingWindow(PagingParameters.Skip, PagingParameters.First);
        try
        {
            RequestAddress address = RequestAddress.Parse(Path, Connection.Endpoint).With(QueryParameters.From(Query ?? new Hashtable()));
            if (OutFile is not null)
            {
                string path = FileSystemPath.Resolve(this, OutFile, EnPowerErrorId.OutFileFailed);
                if (!ShouldProcess(path, Append ? "Append to file" : "Write file"))
                {
                    return;
                }

                using var file = LineFile.Open(path, Append, NoClobber);
                Read(new RawLineQuery(address), items => file.Write(items.Cast<byte[]>()));
            }
            else if (Raw)
            {
                Read(new RawTextQuery(address), items => WriteObject(items, enumerateCollection: true));
            }
            else
            {
                Read(new RawValueQuery(address), items => WriteObject(items.Select(PlainObject.From), enumerateCollection: true));
            }
        }
        catch (EnPowerException exception)
        {
            throw Terminating(exception, Path);
        }
    }

    private void Read(RawQuery query, Action<IEnumerable<object>> write)
    {
        bool isCountWanted = PagingParameters.IncludeTotalCount;
        if (_window.IsComplete && !isCountWanted)
        {
            return;
        }

        bool isOnePageEnough = !All && _window.First == ulong.MaxValue;
        long limit = isOnePageEnough ? 0 : _window.Limit;
        IAsyncEnumerable<Page> pages = Connection!.Client.ReadAsync(
            query, query.ToUri(Connection.Endpoint), limit, Observer, StopToken);
        using IDisposable reading = Connection.BeginReading(query.Path);
        Read(pages, Connection, new ReadProgress(this, $"Reading {query.Path}", tenant: null), page =>
        {
            if (isCountWanted)
            {
                isCountWanted = false;
                WriteTotalCount((ulong)(page.TotalCount ?? 0), page.IsTotalCountExact);
            }

            write([.. page.Items.Cast<object>().Where(_ => _window.Take())]);
            if (isOnePageEnough && page.NextLink is not null)
            {
                WriteWarning("This is the first page only, and there are more. -All reads all pages, -First as many as it needs.");
            }

            return true;
        });
    }

    /// <summary>Adds what came before the error, and how to go on.</summary>
    private protected override ErrorRecord CreateErrorRecord(EnPowerException exception, object? target)
    {
        ErrorRecord record = base.CreateErrorRecord(exception, target);
        if (exception.ResumeLink is null || _window.Written == 0)
        {
            return record;
        }

        exception.DeliveredCount = _window.Written;
        record.ErrorDetails = new ErrorDetails($"{exception.Message} {_window.Written} objects were delivered before.")
        {
            RecommendedAction = record.ErrorDetails.RecommendedAction
                + " To go on from there, give -Path the error's ResumeLink, such as $Error[0].Exception.ResumeLink.",
        };
        return record;
    }
}
