namespace EnPower;

/// <summary>Something that a user did on a site of Power Pages.</summary>
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
/// <para>Source: https://learn.avepoint.com/docs/services-and-features/enpower/pages/activities.html</para>
/// </remarks>
[ApiList("smp/powerplatform/powerpages/{powerPageId}/activities", "activities")]
public sealed class PowerPageActivity : Activity
{
    /// <summary>Gets the identifier of the site whose activities were read.</summary>
    [FromParent]
    public string? PowerPageId { get; internal set; }

    /// <summary>Gets the IP address that the user came from.</summary>
    [SecurityRelevant]
    public string? ClientIP { get; internal set; }

    /// <summary>Gets how the activity ended; the API lists no values.</summary>
    [SecurityRelevant]
    public string? ResultStatus { get; internal set; }

    internal override string? ParentKey { get => PowerPageId; set => PowerPageId = value; }
}
