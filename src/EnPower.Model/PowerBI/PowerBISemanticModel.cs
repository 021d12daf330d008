namespace EnPower;

/// <summary>A semantic model of Power BI, formerly a dataset, with a data source that it reads.</summary>
/// <remarks>
/// <para>
/// Each property has the name of the field in the API. It is <see langword="null"/> if the API omitted the field or sent
/// <c>null</c>, or, except for text, one of the placeholders <c>""</c>, <c>"N/A"</c> and <c>"0001-01-01 00:00:00"</c>.
/// </para>
/// <para>
/// A semantic model with several data sources comes once for each. The API names no tenant in this list.
/// </para>
/// <para>
/// The path has <c>semantice</c> in it, as the API's page spells it everywhere.
/// </para>
/// <para>Source: https://learn.avepoint.com/docs/services-and-features/enpower/powerbi/semanticmodels.html</para>
/// </remarks>
[ApiList("smp/powerplatform/powerbi/semanticemodeldetails", "semanticModelDetails")]
public sealed class PowerBISemanticModel : ApiObject
{
    /// <summary>Gets the identifier of the semantic model.</summary>
    [Key]
    public string? Id { get; internal set; }

    /// <summary>Gets the name of the semantic model.</summary>
    public string? Name { get; internal set; }

    /// <summary>Gets the identifier of the data source: <see cref="PowerBIDataSource.DatasourceId"/>.</summary>
    [Key]
    public string? DatasourceId { get; internal set; }

    /// <summary>Gets the type of the data source, such as <c>Extension</c>; the values are undocumented.</summary>
    [SecurityRelevant]
    public string? DatasourceType { get; internal set; }

    /// <summary>Gets whether the semantic model can be refreshed.</summary>
    public bool? IsRefreshable { get; internal set; }

    /// <summary>Returns the first known value of name and identifier.</summary>
    public override string ToString() => FirstFilled(Name, Id, base.ToString());
}
