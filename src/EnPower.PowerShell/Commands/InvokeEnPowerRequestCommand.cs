using System.Collections;
using EnPower.Connections;
using EnPower.Endpoints;
using EnPower.Paging;
using EnPower.Pipeline;
using EnPower.RawRequests;

namespace EnPower.Commands;

/// <summary>
/// Invoke-EnPowerRequest: any GET of the API by its path, for what has no cmdlet yet. Nothing is asked but what is written, and
/// for -All and -First large pages where the endpoint is documented to take a page size.
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
public sealed class InvokeEnPowerRequestCommand : EnPowerPagingCommand
{
    private const string ObjectSet = "Object";
    private const string RawSet = "Raw";
    private const string OutFileSet = "OutFile";

    private LineFile? _file;
    private bool _isRefused;
    private bool _isSeveral;
    private bool _isCountDue;

    /// <summary>
    /// Gets or sets the paths, with or without <c>/smp</c>, such as <c>/smp/powerplatform/environments</c>. Each can carry a
    /// query, and be a whole address on the connection's endpoint.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Uri")]
    [ArgumentCompleter(typeof(EndpointCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = null!;

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

    /// <summary>
    /// Gets or sets the page size, the API's own <c>top</c>: how many items one request brings, 1 to 1000. Without it, -All and
    /// -First read pages of 1000, or of fewer where -First needs fewer, where the endpoint is documented to take a page size.
    /// </summary>
    [Parameter]
    [Alias("Top")]
    [ValidateRange(1, PageQuery.MaximumPageSize)]
    public int PageSize { get; set; }

    /// <summary>
    /// Gets or sets how many paths are read at once, 1 to 32, 4 without it. With 1, and where -First, -Skip or
    /// -IncludeTotalCount counts, one is read after the other, in their order.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 32)]
    public int ThrottleLimit { get; set; } = 4;

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

    private protected override int Parallelism => Window.Counts || PagingParameters.IncludeTotalCount ? 1 : ThrottleLimit;

    private protected override string Sources => "paths";

    private protected override string HowToGoOn =>
        "To resume the read, pass the ResumeLink of the error to -Path, such as $Error[0].Exception.ResumeLink.";

    private protected override bool IsComplete => Window.IsComplete && !_isCountDue;

    private protected override long Limit => IsOnePageEnough ? 0 : Window.Limit;

    private bool IsOnePageEnough => !All && PagingParameters.First == ulong.MaxValue;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        Window = new PagingWindow(PagingParameters.Skip, PagingParameters.First);
        _isCountDue = PagingParameters.IncludeTotalCount;
        _isSeveral = MyInvocation.ExpectingInput;
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (HasEnded || _isRefused)
        {
            return;
        }

        EnPowerConnection connection = Resolve(Connection);
        _isSeveral |= Path.Length > 1;
        ListSource[] sources = [.. Path.Select(path => CreateSource(path, connection)).OfType<ListSource>()];
        if (sources.Length > 0 && OpenFile())
        {
            Read(sources, connection);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        IsAllInputKnown = true;
        WriteAll();
        EndProgress();
    }

    private protected override void Release()
    {
        base.Release();
        _file?.Dispose();
    }

    // Of several paths, one that can't be read is no reason to leave out the others.
    private protected override bool IsOneOfSeveral(ListSource source) => _isSeveral;

    private protected override bool EndsByException(EnPowerException exception) =>
        base.EndsByException(exception) || !_isSeveral || exception.ErrorId == EnPowerErrorId.OutFileFailed;

    private protected override ReadProgress CreateProgress(ListSource source) =>
        new(this, _isSeveral ? "Reading paths" : $"Reading {source.Label}", tenant: null);

    private protected override void Write(PendingList list, Page page)
    {
        if (PagingParameters.IncludeTotalCount && list.IsAtFirstPage)
        {
            _isCountDue = false;
            WriteTotalCount((ulong)(page.TotalCount ?? 0), page.IsTotalCountExact);
        }

        object[] items = [.. page.Items.Cast<object>().Where(_ => Window.Take())];
        if (_file is not null)
        {
            _file.Write(items.Cast<byte[]>());
        }
        else
        {
            WriteObject(Raw ? items : items.Select(PlainObject.From), enumerateCollection: true);
        }

        if (IsOnePageEnough && page.NextLink is not null)
        {
            WriteWarning(
                $"This is only the first page of {list.Source.Label}. -All reads all pages, and -First reads as many as necessary.");
        }
    }

    private ListSource? CreateSource(string path, EnPowerConnection connection)
    {
        try
        {
            RequestAddress address = RequestAddress.Parse(path, connection.Endpoint);
            (string Name, string Value)[] parameters = [.. QueryParameters.From(Query ?? new Hashtable())];
            Endpoint? endpoint = address.IsWhole ? null : Endpoint.At(address.Path);
            bool isTopGiven = address.Query.Concat(parameters).Any(
                static parameter => string.Equals(parameter.Name, Endpoint.PageSizeParameter, StringComparison.OrdinalIgnoreCase));
            bool isLargePageWanted = !IsOnePageEnough && !isTopGiven && endpoint?.TakesPageSize == true;
            int? top = PageSize > 0 ? PageSize
                : isLargePageWanted ? (int)Math.Min(Math.Max(Window.Limit, 1), PageQuery.MaximumPageSize)
                : null;
            address = address.With(parameters);
            WarnOfUnknown(address, endpoint);
            address = address.With(top is { } size ? [(Endpoint.PageSizeParameter, QueryParameters.Format(size))] : []);
            RawQuery query = OutFile is not null ? new RawLineQuery(address) : Raw ? new RawTextQuery(address) : new RawValueQuery(address);
            return new ListSource(query, path, query.Path);
        }
        catch (EnPowerException exception)
        {
            if (!_isSeveral)
            {
                throw Terminating(exception, path);
            }

            WriteError(CreateErrorRecord(exception, path));
            return null;
        }
    }

    private void WarnOfUnknown(RequestAddress address, Endpoint? endpoint)
    {
        foreach ((string name, _) in address.Query)
        {
            if (endpoint is null || endpoint.Parameters.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                continue;
            }

            string nearest = endpoint.NearestParameter(name) is { } known ? $" Did you mean {known}?" : string.Empty;
            WriteWarning(
                $"{endpoint.Path} is not documented to take the query parameter {DisplayText.ToSafe(name)}.{nearest} "
                + $"It takes: {string.Join(", ", endpoint.Parameters)}.");
        }
    }

    /// <summary>Opens the file of -OutFile, ahead of any request.</summary>
    /// <returns>Whether to read: no, where the user didn't agree.</returns>
    private bool OpenFile()
    {
        if (OutFile is null || _file is not null)
        {
            return true;
        }

        try
        {
            string path = FileSystemPath.Resolve(this, OutFile, EnPowerErrorId.OutFileFailed);
            _isRefused = !ShouldProcess(path, Append ? "Append to file" : "Write file");
            _file = _isRefused ? null : LineFile.Open(path, Append, NoClobber);
            return !_isRefused;
        }
        catch (EnPowerException exception)
        {
            throw Terminating(exception, OutFile);
        }
    }
}
