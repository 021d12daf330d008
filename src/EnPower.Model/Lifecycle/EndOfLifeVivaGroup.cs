namespace EnPower;

/// <summary>A group of a Viva Engage community that was deleted, archived or restricted.</summary>
/// <remarks>
/// <para>
/// Each property has the name of the API's field. It is <see langword="null"/> where the API left the field out, sent
/// <c>null</c>, or, for anything but text, sent one of its placeholders: <c>""</c>, <c>"N/A"</c>,
/// <c>"0001-01-01 00:00:00"</c>.
/// </para>
/// <para>
/// The API gives dates without a time zone. They are passed on as they are, with
/// <see cref="DateTimeKind.Unspecified"/>; UTC is likely, but not documented.
/// </para>
/// <para>Source: https://learn.avepoint.com/graphapi/docs/services-and-features/enpower/eol/viva-groups.html</para>
/// </remarks>
[ApiList("smp/lifecycle/microsoft365/viva-groups", "eolReportGroups")]
public sealed class EndOfLifeVivaGroup : EndOfLifeGroup
{
    /// <summary>Gets whether a Viva Engage community is connected to the group.</summary>
    public VivaStatus? VivaStatus { get; internal set; }
}
