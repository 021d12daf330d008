using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>Get-EnPowerPowerBISemanticModel: semantic models of Power BI as EnPower knows them.</summary>
/// <remarks>Source: https://learn.avepoint.com/docs/services-and-features/enpower/powerbi/semanticmodels.html</remarks>
[Cmdlet(
    VerbsCommon.Get, "EnPowerPowerBISemanticModel", SupportsPaging = true,
    HelpUri = HelpPages.Address + "Get-EnPowerPowerBISemanticModel.md")]
[OutputType(typeof(PowerBISemanticModel))]
public sealed class GetEnPowerPowerBISemanticModelCommand : EnPowerListCommand<PowerBISemanticModel>
{
    private protected override string Plural => "semantic models";
}
