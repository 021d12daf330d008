namespace EnPower;

/// <summary>The number of Power BI semantic models on one type of data source.</summary>
/// <remarks>
/// <para>
/// Each property has the name of the API's field. It is <see langword="null"/> where the API left the field out, sent
/// <c>null</c>, or, for anything but text, sent one of its placeholders: <c>""</c>, <c>"N/A"</c>,
/// <c>"0001-01-01 00:00:00"</c>.
/// </para>
/// <para>
/// The API names no tenant in this list.
/// </para>
/// <para>Source: https://learn.avepoint.com/docs/services-and-features/enpower/powerbi/semanticmodelbydatasource.html</para>
/// </remarks>
[ApiList("smp/powerplatform/powerbi/semanticmodelcountbydatasourcetype", "semanticModelCounts", HasPageSize = false)]
public sealed class PowerBISemanticModelCount : ApiObject
{
    /// <summary>Gets the type of the data source, such as <c>Extension</c>; the API lists no values.</summary>
    [Key]
    public string? DatasourceType { get; internal set; }

    /// <summary>Gets the number of semantic models on the type of data source.</summary>
    [Volatile]
    public long? Count { get; internal set; }

    /// <summary>Returns type and number: <c>Extension: 1</c>.</summary>
    public override string ToString() => ControlCharacters.MakeVisible($"{DatasourceType}: {Count}");
}
