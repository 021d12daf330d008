using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>Get-EnPowerPowerBISemanticModelCount: the number of Power BI semantic models on each type of data source.</summary>
/// <remarks>
/// Source: https://learn.avepoint.com/docs/services-and-features/enpower/powerbi/semanticmodelbydatasource.html
/// </remarks>
[Cmdlet(
    VerbsCommon.Get, "EnPowerPowerBISemanticModelCount", SupportsPaging = true,
    HelpUri = HelpPages.Address + "Get-EnPowerPowerBISemanticModelCount.md")]
[OutputType(typeof(PowerBISemanticModelCount))]
public sealed class GetEnPowerPowerBISemanticModelCountCommand : EnPowerListCommand<PowerBISemanticModelCount>
{
    // The list has no page size: without an attribute this is no parameter.
    /// <inheritdoc/>
    public override int Top { get; set; }

    private protected override string Plural => "counts";
}
