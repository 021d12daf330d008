namespace EnPower;

/// <summary>A launch of a Power App by a user.</summary>
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
/// <para>Source: https://learn.avepoint.com/docs/services-and-features/enpower/powerapps/applaunches.html</para>
/// </remarks>
[ApiList("smp/powerplatform/powerapps/{appId}/launches", "launches")]
public sealed class PowerAppLaunch : ChildObject
{
    /// <summary>Gets the identifier of the launch.</summary>
    [Key]
    public string? Id { get; internal set; }

    /// <summary>Gets the identifier of the app whose launches were read.</summary>
    [FromParent]
    public string? AppId { get; internal set; }

    /// <summary>Gets the identifier of the app that was launched.</summary>
    public string? ObjectId { get; internal set; }

    /// <summary>Gets when the app was launched.</summary>
    public DateTime? CreationTime { get; internal set; }

    /// <summary>Gets the user principal name of the user who launched the app.</summary>
    public string? UserId { get; internal set; }

    /// <summary>Gets another identifier of the user.</summary>
    public string? UserKey { get; internal set; }

    /// <summary>Gets the type of the user; the API lists no values.</summary>
    public string? UserType { get; internal set; }

    /// <summary>Gets the IP address that the user came from.</summary>
    [SecurityRelevant]
    public string? ClientIP { get; internal set; }

    internal override string? ParentKey { get => AppId; set => AppId = value; }

    /// <summary>Returns the user who launched the app, or the identifier where the user is not known.</summary>
    public override string ToString() => FirstFilled(UserId, Id, base.ToString());
}
