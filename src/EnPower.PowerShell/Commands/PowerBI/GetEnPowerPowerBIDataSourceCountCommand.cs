using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>Get-EnPowerPowerBIDataSourceCount: the number of Power BI data sources of each type.</summary>
/// <remarks>Source: https://learn.avepoint.com/docs/services-and-features/enpower/powerbi/datasourcecount.html</remarks>
[Cmdlet(
    VerbsCommon.Get, "EnPowerPowerBIDataSourceCount", SupportsPaging = true,
    HelpUri = HelpPages.Address + "Get-EnPowerPowerBIDataSourceCount.md")]
[OutputType(typeof(PowerBIDataSourceCount))]
public sealed class GetEnPowerPowerBIDataSourceCountCommand : EnPowerListCommand<PowerBIDataSourceCount>
{
    // The list has no page size: without an attribute this is no parameter.
    /// <inheritdoc/>
    public override int Top { get; set; }

    private protected override string Plural => "counts";
}
