namespace EnPower;

/// <summary>Something that a user did in a Power App.</summary>
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
/// <para>Source: https://learn.avepoint.com/docs/services-and-features/enpower/powerapps/activities.html</para>
/// </remarks>
[ApiList("smp/powerplatform/powerapps/{appId}/activities", "activities")]
public sealed class PowerAppActivity : Activity
{
    /// <summary>Gets the identifier of the app whose activities were read.</summary>
    [FromParent]
    public string? AppId { get; internal set; }

    /// <summary>Gets the IP address that the user came from.</summary>
    [SecurityRelevant]
    public string? ClientIP { get; internal set; }

    /// <summary>Gets the name of what the activity was about.</summary>
    public string? ItemName { get; internal set; }

    internal override string? ParentKey { get => AppId; set => AppId = value; }
}
