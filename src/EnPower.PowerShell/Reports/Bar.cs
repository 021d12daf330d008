namespace EnPower.Reports;

/// <summary>A bar of a chart: one value, or several that add up.</summary>
/// <param name="Label">The label.</param>
/// <param name="Values">A value for each series of the chart.</param>
/// <param name="IsMarked">Whether the bar is highlighted.</param>
internal sealed record Bar(string Label, IReadOnlyList<long> Values, bool IsMarked = false)
{
    public Bar(string label, long value, bool isMarked = false)
        : this(label, [value], isMarked)
    {
    }

    public long Total { get; } = Values.Sum();
}
