using System.Collections;
using EnPower.Connections;
using EnPower.Endpoints;
using EnPower.Paging;
using EnPower.Pipeline;
using EnPower.RawRequests;

namespace EnPower.Commands;

/// <summary>
/// Invoke-EnPowerRequest: sends a GET request to any path of the API. It adds no query parameter, except
/// large pages for -All and -First if the endpoint is documented to take a page size.
/// </summary>
/// <remarks>
/// A list is written item by item. A response without a list, or with several, is one object. Without
/// -All or -First only the first page is read, with a warning if there are more.
/// </remarks>
[Cmdlet(
    VerbsLifecycle.Invoke, "EnPowerRequest", SupportsPaging = true, SupportsShouldProcess = true,
    DefaultParameterSetName = ObjectSet, HelpUri = HelpPages.Address + "Invoke-EnPowerRequest.md")]
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
    /// Gets or sets the paths, with or without <c>/smp</c>, such as <c>/smp/powerplatform/environments</c>. Each can contain a
    /// query, and be an absolute address on the endpoint of the connection.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Uri")]
    [ArgumentCompleter(typeof(EndpointCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = null!;

    /// <summary>
    /// Gets or sets query parameters in addition to those in the path: a name and one value each. Dates are sent in ISO 8601,
    /// enumerations as numbers.
    /// </summary>
    [Parameter(Position = 1)]
    [ValidateNotNull]
    public IDictionary? Query { get; set; }

    /// <summary>Gets or sets whether to read all pages, rather than the first.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <summary>
    /// Gets or sets the page size, the API's <c>top</c>: the number of items in one response, 1 to 1000. By default, -All and
    /// -First read pages of 1000, or fewer if -First needs fewer, if the endpoint is documented to take a page size.
    /// </summary>
    [Parameter]
    [Alias("Top")]
    [ValidateRange(1, PageQuery.MaximumPageSize)]
    public int PageSize { get; set; }

    /// <summary>
    /// Gets or sets how many paths are read at the same time: 1 to 32, 4 by default. With 1, or with -First, -Skip or
    /// -IncludeTotalCount, they are read one after another, in their order.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 32)]
    public int ThrottleLimit { get; set; } = 4;

    /// <summary>Gets or sets whether to write the body of each answer as text, as it came.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RawSet)]
    public SwitchParameter Raw { get; set; }

    /// <summary>
    /// Gets or sets a file for the items, one per line, in JSON as sent by the API. It contains all items that arrived
    /// before an error.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = OutFileSet)]
    [ValidateNotNullOrEmpty]
    public string? OutFile { get; set; }

    /// <summary>Gets or sets whether lines are appended to the file instead of replacing its content.</summary>
    [Parameter(ParameterSetName = OutFileSet)]
    public SwitchParameter Append { get; set; }

    /// <summary>Gets or sets whether a file that exists is left alone, which is an error.</summary>
    [Parameter(ParameterSetName = OutFileSet)]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Gets or sets the connection to use. Default: the default connection of the runspace.</summary>
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

    // An error of one of several paths does not end the others.
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
                $"This is only the first page of {list.Source.Label}. -All reads all pages, "
                + "and -First reads as many as necessary.");
        }
    }

    private ListSource? CreateSource(string path, EnPowerConnection connection)
    {
        try
        {
            RequestAddress address = RequestAddress.Parse(path, connection.Endpoint)
                .With(QueryParameters.From(Query ?? new Hashtable()));
            Endpoint? endpoint = address.IsWhole ? null : Endpoint.At(address.Path);
            WarnOfUnknown(address, endpoint);
            bool isTopGiven = address.Query.Any(
                static parameter =>
                    string.Equals(parameter.Name, Endpoint.PageSizeParameter, StringComparison.OrdinalIgnoreCase));
            bool isLargePageWanted = !IsOnePageEnough && !isTopGiven && endpoint?.TakesPageSize == true;
            if (PageSize > 0 || isLargePageWanted)
            {
                int size = PageSize > 0 ? PageSize : Window.PageSize;
                address = address.With([(Endpoint.PageSizeParameter, QueryParameters.Format(size))]);
            }

            RawQuery query = OutFile is not null
                ? new RawLineQuery(address)
                : Raw ? new RawTextQuery(address) : new RawValueQuery(address);
            return new ListSource(query, path, $"/{query.Path}");
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
                $"{endpoint.Path} is not documented to take the query parameter {ControlCharacters.MakeVisible(name)}.{nearest} "
                + $"It takes: {string.Join(", ", endpoint.Parameters)}.");
        }
    }

    /// <summary>Opens the file of -OutFile, ahead of any request.</summary>
    /// <returns>Whether the user agreed.</returns>
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
