using System.Collections;
using System.Globalization;
using EnPower.Connections;
using EnPower.Paging;

namespace EnPower.Pipeline;

/// <summary>
/// A cmdlet that reads a list of the API: all pages, each object as it arrives. -First and -Skip count objects, over all
/// tenants together. A tenant that can't be read is an error, and the next one is read. A read that breaks off says where, and
/// -ResumeFrom goes on from there.
/// </summary>
/// <typeparam name="T">The model of the objects.</typeparam>
public abstract class EnPowerListCommand<T> : EnPowerCommand
    where T : ApiObject, new()
{
    // The others say what to read, and of that the link is part.
    private static readonly HashSet<string> ParametersOfResume = new(StringComparer.OrdinalIgnoreCase)
    {
        nameof(ResumeFrom), nameof(Connection), nameof(PagingParameters.First), nameof(PagingParameters.Skip),
    };

    private readonly List<string?> _tenantsToCount = [];
    private readonly Dictionary<string, int> _mismatches = new(StringComparer.Ordinal);
    private readonly ListRead _read = new();
    private PagingWindow _window = null!;
    private bool _hasEnded;

    /// <summary>
    /// Gets or sets the page size, the API's own <c>top</c>: how many objects one request brings, 1 to 1000. It changes how
    /// many requests are made, never what comes out. Without it: 1000, or fewer where -First needs fewer.
    /// </summary>
    [Parameter]
    [Alias("PageSize")]
    [ValidateRange(1, PageQuery.MaximumPageSize)]
    public int Top { get; set; }

    /// <summary>Gets or sets the tenants to read; all tenants without it. Passed on to the API as it is.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TenantId", "TenantDomain")]
    [ArgumentCompleter(typeof(TenantCompleter))]
    [TextOfPipeline]
    [ValidateNotNullOrEmpty]
    public string[]? Tenant { get; set; }

    /// <summary>
    /// Gets or sets where to go on with a read that broke off: the error, the exception in it, or its ResumeLink. The error
    /// goes on with exactly the rest of its list; -First and -Skip count from there.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    [ResumePointTransformation]
    public ResumePoint? ResumeFrom { get; set; }

    /// <summary>Gets or sets the connection to use; the runspace's default without it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    [ConnectionOfThisProcess]
    public EnPowerConnection? Connection { get; set; }

    /// <summary>Gets the query parameters that this list has of its own.</summary>
    private protected virtual IReadOnlyList<(string Name, string? Value)> Filters => [];

    /// <summary>Gets what the objects are called in a sentence, such as <c>mailboxes</c>.</summary>
    private protected abstract string Plural { get; }

    /// <inheritdoc/>
    protected sealed override void BeginProcessing()
    {
        _window = new PagingWindow(PagingParameters.Skip, PagingParameters.First);
        _read.Filters = Filters;
        ReadInFlight.Begin(this, typeof(T), _read);
    }

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        if (_hasEnded)
        {
            return;
        }

        EnPowerConnection connection = Resolve(Connection);
        if (ResumeFrom is not null)
        {
            Resume(ResumeFrom, connection);
            return;
        }

        IReadOnlyList<string?> tenants = Tenant ?? (IReadOnlyList<string?>)[null];
        if (PagingParameters.IncludeTotalCount)
        {
            // The count comes first, and is of all tenants, of which more may come.
            _tenantsToCount.AddRange(tenants);
            return;
        }

        Read(tenants, connection);
    }

    /// <inheritdoc/>
    protected sealed override void EndProcessing()
    {
        if (_tenantsToCount.Count > 0 && !_hasEnded)
        {
            EnPowerConnection connection = Resolve(Connection);
            CountTotal(connection);
            Read(_tenantsToCount, connection);
        }

        if (PagingParameters.Skip > 0 || _window.IsComplete)
        {
            _read.Break("-Skip or -First chose among the objects.");
        }

        _read.End();
        WarnOfMismatches();
    }

    private void Resume(ResumePoint point, EnPowerConnection connection)
    {
        string[] refused =
        [
            .. MyInvocation.BoundParameters
                .Where(parameter => !CommonParameters.Contains(parameter.Key) && !ParametersOfResume.Contains(parameter.Key)
                    && !DefaultParameterValues.Gave(this, parameter.Key, parameter.Value))
                .Select(static parameter => parameter.Key)
                .OrderBy(static name => name),
        ];
        if (refused.Length > 0)
        {
            throw Terminating(
                new EnPowerException(
                    EnPowerErrorId.InvalidResumeFrom,
                    $"-ResumeFrom can't be combined with -{string.Join(" and -", refused)}: what to read, and in pages of which "
                    + "size, is part of the link. -First and -Skip can be given, and count from there."),
                point);
        }

        if (point.Command is { } command && !string.Equals(command, MyInvocation.MyCommand.Name, StringComparison.OrdinalIgnoreCase))
        {
            throw Terminating(
                new EnPowerException(EnPowerErrorId.InvalidResumeFrom, $"The error to go on from is one of {command}."), point);
        }

        _window = new PagingWindow(
            IsBound(nameof(PagingParameters.Skip)) ? PagingParameters.Skip : point.Skip,
            IsBound(nameof(PagingParameters.First)) ? PagingParameters.First : point.First);
        _read.Break("The read went on from where an earlier one had broken off.");
        Read(tenant: null, point.Link, connection, left: []);

        bool IsBound(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);
    }

    private void CountTotal(EnPowerConnection connection)
    {
        ulong total = 0;
        bool isExact = true;
        foreach (string? tenant in _tenantsToCount.ToArray())
        {
            IAsyncEnumerator<Page> pages = connection.Client
                .ReadAsync(Query(tenant) with { Top = 1 }, limit: 1, Observer, StopToken).GetAsyncEnumerator(StopToken);
            try
            {
                Wait(pages.MoveNextAsync().AsTask(), connection);
                Page page = pages.Current;
                total += (ulong)(page.TotalCount ?? 0);
                isExact &= page.IsTotalCountExact;
            }
            catch (EnPowerException exception)
            {
                // The page at which counting failed is none to go on from.
                exception.ResumeLink = null;
                isExact = false;
                _tenantsToCount.Remove(tenant);
                Report(exception, tenant, left: []);
            }
        }

        if (!_hasEnded)
        {
            WriteObject(PagingParameters.NewTotalCount(total, isExact ? 1.0 : 0.0));
        }
    }

    private void Read(IReadOnlyList<string?> tenants, EnPowerConnection connection)
    {
        foreach (string? tenant in tenants)
        {
            _read.AddTenant(tenant);
        }

        for (int i = 0; i < tenants.Count && !_hasEnded; i++)
        {
            Read(tenants[i], from: null, connection, [.. tenants.Skip(i + 1).OfType<string>()]);
        }
    }

    private void Read(string? tenant, Uri? from, EnPowerConnection connection, IReadOnlyList<string> left)
    {
        if (_window.IsComplete)
        {
            return;
        }

        bool isEmpty = true;
        ListQuery<T> query = Query(tenant);
        IAsyncEnumerable<Page> pages = connection.Client.ReadAsync(
            query, from ?? query.ToUri(connection.Endpoint), _window.Limit, Observer, StopToken);
        try
        {
            Read(pages, connection, new ReadProgress(this, $"Reading {Plural}", tenant), page =>
            {
                isEmpty &= page.Items.Count == 0;
                Note(page.Mismatches);
                if (page.MissingFields is { } missing)
                {
                    _read.NarrowMissingFields(missing);
                }

                KnownTenants.Current.Add(page.Items);
                Write(page.Items);
            });
        }
        catch (EnPowerException exception)
        {
            Report(exception, tenant, left);
            return;
        }

        if (isEmpty && tenant is not null)
        {
            WriteWarning($"EnPower has no {Plural} of the tenant {DisplayText.ToSafe(tenant)}.");
        }
    }

    private ListQuery<T> Query(string? tenant) => new()
    {
        Tenant = tenant,
        Top = Top > 0 ? Top : (int)Math.Min(Math.Max(_window.Limit, 1), PageQuery.MaximumPageSize),
        Filters = Filters,
    };

    private void Write(IList items)
    {
        for (int i = 0; i < items.Count; i++)
        {
            var item = (ApiObject?)items[i];

            // What the pipeline has done with is garbage now, not once the whole page is: the collector has half as much to do.
            items[i] = null;
            if (_window.Take())
            {
                item!.Read = _read;
                _read.Count++;
                WriteObject(item);
            }
        }
    }

    private void Note(IReadOnlyDictionary<string, int>? mismatches)
    {
        foreach (KeyValuePair<string, int> field in mismatches ?? new Dictionary<string, int>())
        {
            _mismatches[field.Key] = field.Value + (_mismatches.TryGetValue(field.Key, out int count) ? count : 0);
        }
    }

    private void WarnOfMismatches()
    {
        if (_mismatches.Count > 0)
        {
            IEnumerable<string> fields = _mismatches
                .OrderBy(static field => field.Key, StringComparer.Ordinal)
                .Select(static field => string.Format(CultureInfo.CurrentCulture, "{0} ({1:N0} objects)", field.Key, field.Value));
            WriteWarning(
                $"Some {Plural} have values of another type than the API documents: {string.Join(", ", fields)}. The properties are "
                + "$null. AdditionalProperties has the values as they came.");
        }
    }

    /// <summary>
    /// Writes an error. One of a tenant is not the end: the next is read. One of the connection is, and so is any where -First
    /// and -Skip have lost count. What was delivered stays with the caller either way; so an error ends the command by an
    /// exception only where nothing was delivered and no tenant was named.
    /// </summary>
    private void Report(EnPowerException exception, string? tenant, IReadOnlyList<string> left)
    {
        bool isOfTenant = tenant is not null && !IsOfConnection(exception);
        bool isMoreToCome = MyInvocation.ExpectingInput && _tenantsToCount.Count == 0;
        bool isMoreToRead = left.Count > 0 || isMoreToCome;
        _hasEnded = !isOfTenant || (_window.Counts && isMoreToRead);

        _read.Break(exception.Message);
        exception.DeliveredCount = _window.Written;
        exception.RemainingSkip = _window.Skip;
        exception.RemainingFirst = _window.First;
        ErrorRecord record = CreateErrorRecord(exception, tenant);
        string notRead = !_hasEnded || !isMoreToRead ? string.Empty
            : left.Count > 0 ? $" Not read: {string.Join(", ", left)}."
            : " The tenants that follow in the pipeline are not read.";
        string goingOn = exception.ResumeLink is null
            ? string.Empty
            : " To go on from there, run the command with -ResumeFrom and this error, such as -ResumeFrom $Error[0].";
        record.ErrorDetails = new ErrorDetails(
            $"{exception.Message.ToSentence()} {Delivered(_window.Written)}{notRead}")
        {
            RecommendedAction = record.ErrorDetails.RecommendedAction + goingOn,
        };

        if (_hasEnded && _window.Written == 0 && !isOfTenant)
        {
            WarnOfMismatches();
            ThrowTerminatingError(record);
        }

        WriteError(record);
    }

    private static string Delivered(long count) =>
        string.Format(CultureInfo.CurrentCulture, "{0:N0} objects were delivered before.", count);

    private static bool IsOfConnection(EnPowerException exception) => exception is EnPowerAuthenticationException
        || exception.ErrorId is EnPowerErrorId.ConnectionClosed or EnPowerErrorId.Unauthorized or EnPowerErrorId.AccessTokenRefused
            or EnPowerErrorId.AccessTokenExpired or EnPowerErrorId.Throttled or EnPowerErrorId.NameResolutionFailed
            or EnPowerErrorId.TlsFailed or EnPowerErrorId.ConnectionFailed or EnPowerErrorId.ProxyAuthenticationRequired;
}
