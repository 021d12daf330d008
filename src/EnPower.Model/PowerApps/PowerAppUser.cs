namespace EnPower;

/// <summary>A user who launched a Power App.</summary>
/// <remarks>
/// <para>
/// Each property has the name of the field in the API. It is <see langword="null"/> if the API omitted the field or sent
/// <c>null</c>, or, except for text, one of the placeholders <c>""</c>, <c>"N/A"</c> and <c>"0001-01-01 00:00:00"</c>.
/// </para>
/// <para>Source: https://learn.avepoint.com/docs/services-and-features/enpower/powerapps/launchedusers.html</para>
/// </remarks>
[ApiList("smp/powerplatform/powerapps/{appId}/launched-users", "launchedUsers")]
public sealed class PowerAppUser : ChildObject
{
    /// <summary>Gets the identifier of the app whose users were read.</summary>
    [Key]
    [FromParent]
    public string? AppId { get; internal set; }

    /// <summary>Gets the identifier of the app that was launched.</summary>
    public string? ObjectId { get; internal set; }

    /// <summary>Gets the user principal name of the user.</summary>
    [Key]
    public string? UserId { get; internal set; }

    /// <summary>Gets another identifier of the user.</summary>
    public string? UserKey { get; internal set; }

    /// <summary>Gets the type of the user; the values are undocumented.</summary>
    [SecurityRelevant]
    public string? UserType { get; internal set; }

    /// <summary>Gets how often the user launched the app, which the API sends as text.</summary>
    [Volatile]
    [ApiName("lauchedTimes", "launchedTimes")]
    public long? LaunchedTimes { get; internal set; }

    internal override string? ParentKey { get => AppId; set => AppId = value; }

    /// <summary>Returns the user principal name, or the other identifier if there is none.</summary>
    public override string ToString() => FirstFilled(UserId, UserKey, base.ToString());
}
