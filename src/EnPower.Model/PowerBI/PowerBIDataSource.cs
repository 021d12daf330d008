namespace EnPower;

/// <summary>A data source of Power BI in EnPower.</summary>
/// <remarks>
/// <para>
/// Each property has the name of the field in the API. It is <see langword="null"/> if the API omitted the field or sent
/// <c>null</c>, or, except for text, one of the placeholders <c>""</c>, <c>"N/A"</c> and <c>"0001-01-01 00:00:00"</c>.
/// </para>
/// <para>
/// The API names no tenant in this list.
/// </para>
/// <para>Source: https://learn.avepoint.com/docs/services-and-features/enpower/powerbi/datasourcedetails.html</para>
/// </remarks>
[ApiList("smp/powerplatform/powerbi/datasourcedetails", "datasourceDetails")]
public sealed class PowerBIDataSource : ApiObject
{
    /// <summary>Gets the identifier of the data source.</summary>
    [Key]
    public string? DatasourceId { get; internal set; }

    /// <summary>Gets the type of the data source, such as <c>Extension</c>; the values are undocumented.</summary>
    [SecurityRelevant]
    public string? DatasourceType { get; internal set; }

    /// <summary>Gets how the data source is reached: JSON inside a text, which <c>ConvertFrom-Json</c> reads.</summary>
    [SecurityRelevant]
    public string? ConnectionDetails { get; internal set; }

    /// <summary>Returns type and identifier of the data source.</summary>
    public override string ToString() => FirstFilled(JoinFilled(" ", DatasourceType, DatasourceId), base.ToString());
}
