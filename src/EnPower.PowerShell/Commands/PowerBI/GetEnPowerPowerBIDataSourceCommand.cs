using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>Get-EnPowerPowerBIDataSource: data sources of Power BI as EnPower knows them.</summary>
/// <remarks>Source: https://learn.avepoint.com/docs/services-and-features/enpower/powerbi/datasourcedetails.html</remarks>
[Cmdlet(
    VerbsCommon.Get, "EnPowerPowerBIDataSource", SupportsPaging = true,
    HelpUri = HelpPages.Address + "Get-EnPowerPowerBIDataSource.md")]
[OutputType(typeof(PowerBIDataSource))]
public sealed class GetEnPowerPowerBIDataSourceCommand : EnPowerListCommand<PowerBIDataSource>
{
    private protected override string Plural => "data sources";
}
