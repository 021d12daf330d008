namespace EnPower;

/// <summary>A group of a Viva Engage community that was deleted, archived or restricted.</summary>
/// <remarks>
/// <para>
/// Each property has the name of the field in the API. It is <see langword="null"/> if the API omitted the field or sent
/// <c>null</c>, or, except for text, one of the placeholders <c>""</c>, <c>"N/A"</c> and <c>"0001-01-01 00:00:00"</c>.
/// </para>
/// <para>
/// The API sends dates without a time zone. They are not converted, and have <see cref="DateTimeKind.Unspecified"/>. UTC is
/// likely, but undocumented.
/// </para>
/// <para>Source: https://learn.avepoint.com/graphapi/docs/services-and-features/enpower/eol/viva-groups.html</para>
/// </remarks>
[ApiList("smp/lifecycle/microsoft365/viva-groups", "eolReportGroups")]
public sealed class EndOfLifeVivaGroup : EndOfLifeGroup
{
    /// <summary>Gets whether a Viva Engage community is connected to the group.</summary>
    public VivaStatus? VivaStatus { get; internal set; }
}
