namespace EnPower;

/// <summary>A data source of Power BI as EnPower knows it.</summary>
/// <remarks>
/// <para>
/// Each property has the name of the API's field. It is <see langword="null"/> where the API left the field out, sent
/// <c>null</c>, or, for anything but text, sent one of its placeholders: <c>""</c>, <c>"N/A"</c>,
/// <c>"0001-01-01 00:00:00"</c>.
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

    /// <summary>Gets the type of the data source, such as <c>Extension</c>; the API lists no values.</summary>
    [SecurityRelevant]
    public string? DatasourceType { get; internal set; }

    /// <summary>Gets how the data source is reached: JSON inside a text, which <c>ConvertFrom-Json</c> reads.</summary>
    [SecurityRelevant]
    public string? ConnectionDetails { get; internal set; }

    /// <summary>Returns type and identifier of the data source.</summary>
    public override string ToString() => FirstFilled(JoinFilled(" ", DatasourceType, DatasourceId), base.ToString());
}
