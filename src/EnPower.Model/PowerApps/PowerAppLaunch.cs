namespace EnPower;

/// <summary>A launch of a Power App by a user.</summary>
/// <remarks>
/// <para>
/// Each property has the name of the field in the API. It is <see langword="null"/> if the API omitted the field or sent
/// <c>null</c>, or, except for text, one of the placeholders <c>""</c>, <c>"N/A"</c> and <c>"0001-01-01 00:00:00"</c>.
/// </para>
/// <para>
/// The API sends dates without a time zone. They are not converted, and have <see cref="DateTimeKind.Unspecified"/>. UTC is
/// likely, but undocumented.
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

    /// <summary>Gets the type of the user; the values are undocumented.</summary>
    public string? UserType { get; internal set; }

    /// <summary>Gets the IP address that the user came from.</summary>
    [SecurityRelevant]
    public string? ClientIP { get; internal set; }

    internal override string? ParentKey { get => AppId; set => AppId = value; }

    /// <summary>Returns the user who launched the app, or the identifier if the user is unknown.</summary>
    public override string ToString() => FirstFilled(UserId, Id, base.ToString());
}
