using EnPower.RawRequests;

namespace EnPower.Pipeline;

/// <summary>A cmdlet that reads the history of parents, optionally of a period.</summary>
/// <typeparam name="T">The model of the objects.</typeparam>
public abstract class EnPowerHistoryCommand<T> : EnPowerChildListCommand<T>
    where T : ChildObject, new()
{
    /// <summary>
    /// Gets or sets the start of the period to read. Default: no limit. It is sent with an offset by its Kind: local time with
    /// the offset of this machine, UTC with Z, unspecified without an offset.
    /// </summary>
    [Parameter]
    public DateTime? FromDate { get; set; }

    /// <summary>Gets or sets the end of the period to read. Default: no limit. Sent in the same form as -FromDate.</summary>
    [Parameter]
    public DateTime? ToDate { get; set; }

    private protected sealed override IReadOnlyList<(string Name, string? Value)> Filters =>
        [("fromDate", Format(FromDate)), ("toDate", Format(ToDate))];

    /// <inheritdoc/>
    protected sealed override void BeginProcessing()
    {
        base.BeginProcessing();
        if (FromDate is { } from && ToDate is { } to
            && (from.Kind == to.Kind ? from > to : from.ToUniversalTime() > to.ToUniversalTime()))
        {
            throw Terminating(
                new EnPowerException(
                    EnPowerErrorId.InvalidTimeRange,
                    $"-FromDate {Format(from)} is after -ToDate {Format(to)}: no time is between them."),
                target: from);
        }
    }

    private static string? Format(DateTime? date) => date is { } given ? QueryParameters.Format(given) : null;
}
