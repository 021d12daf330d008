namespace EnPower;

/// <summary>An activity of a user on a site of Power Pages.</summary>
/// <remarks>
/// <para>
/// Each property has the name of the field in the API. It is <see langword="null"/> if the API omitted the field or sent
/// <c>null</c>, or, except for text, one of the placeholders <c>""</c>, <c>"N/A"</c> and <c>"0001-01-01 00:00:00"</c>.
/// </para>
/// <para>
/// The API sends dates without a time zone. They are not converted, and have <see cref="DateTimeKind.Unspecified"/>. UTC is
/// likely, but undocumented.
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

    /// <summary>Gets how the activity ended; the values are undocumented.</summary>
    [SecurityRelevant]
    public string? ResultStatus { get; internal set; }

    internal override string? ParentKey { get => PowerPageId; set => PowerPageId = value; }
}
