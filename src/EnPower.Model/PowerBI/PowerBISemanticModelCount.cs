namespace EnPower;

/// <summary>The number of Power BI semantic models on one type of data source.</summary>
/// <remarks>
/// <para>
/// Each property has the name of the field in the API. It is <see langword="null"/> if the API omitted the field or sent
/// <c>null</c>, or, except for text, one of the placeholders <c>""</c>, <c>"N/A"</c> and <c>"0001-01-01 00:00:00"</c>.
/// </para>
/// <para>
/// The API names no tenant in this list.
/// </para>
/// <para>Source: https://learn.avepoint.com/docs/services-and-features/enpower/powerbi/semanticmodelbydatasource.html</para>
/// </remarks>
[ApiList("smp/powerplatform/powerbi/semanticmodelcountbydatasourcetype", "semanticModelCounts", HasPageSize = false)]
public sealed class PowerBISemanticModelCount : ApiObject
{
    /// <summary>Gets the type of the data source, such as <c>Extension</c>; the values are undocumented.</summary>
    [Key]
    public string? DatasourceType { get; internal set; }

    /// <summary>Gets the number of semantic models on the type of data source.</summary>
    [Volatile]
    public long? Count { get; internal set; }

    /// <summary>Returns type and number: <c>Extension: 1</c>.</summary>
    public override string ToString() => ControlCharacters.MakeVisible($"{DatasourceType}: {Count}");
}
