namespace EnPower;

/// <summary>A cloud flow of Power Automate as EnPower knows it.</summary>
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
/// <para>Source: https://learn.avepoint.com/docs/services-and-features/enpower/flows/cloudflows.html</para>
/// </remarks>
[ApiList("smp/powerplatform/powerautomate/cloudflows", "cloudFlows")]
public sealed class CloudFlow : GovernedObject, ITenantObject
{
    /// <summary>Gets the identifier of the flow.</summary>
    [Key]
    public string? FlowId { get; internal set; }

    /// <summary>Gets the display name.</summary>
    public string? DisplayName { get; internal set; }

    /// <summary>Gets the identifier of the environment that the flow belongs to.</summary>
    public string? EnvironmentId { get; internal set; }

    /// <summary>
    /// Gets the name of the environment that the flow belongs to. The API gives a name here, and an identifier for
    /// apps.
    /// </summary>
    public string? Environment { get; internal set; }

    /// <summary>
    /// Gets the name of the environment, by the name that other resources have for it: <see cref="Environment"/>.
    /// </summary>
    public string? EnvironmentName => Environment;

    /// <summary>Gets the identifier of the tenant that the flow belongs to.</summary>
    public string? TenantId { get; internal set; }

    /// <summary>Gets the domain of the tenant that the flow belongs to.</summary>
    public string? TenantDomain { get; internal set; }

    /// <summary>Gets the identifier of the EnPower container that the flow is in.</summary>
    public string? ContainerId { get; internal set; }

    /// <summary>Gets the name of the EnPower container that the flow is in.</summary>
    public string? Container { get; internal set; }

    /// <summary>Gets the type of the flow, such as <c>Instant</c>; the API lists no values.</summary>
    [SecurityRelevant]
    public string? Type { get; internal set; }

    /// <summary>Gets when the flow was created.</summary>
    public DateTime? CreatedTime { get; internal set; }

    /// <summary>Gets the status of the flow, such as <c>Stopped</c>; the API lists no values.</summary>
    [SecurityRelevant]
    public string? Status { get; internal set; }

    /// <summary>Gets what starts the flow, such as <c>PowerAppsButton</c>; the API lists no values.</summary>
    [SecurityRelevant]
    public string? FlowTrigger { get; internal set; }

    /// <summary>Gets whether the flow was ever triggered.</summary>
    [Volatile]
    public bool? Triggered { get; internal set; }

    /// <summary>Gets the number of actions in the flow.</summary>
    public long? ActionCount { get; internal set; }

    /// <summary>Gets when the flow was last changed.</summary>
    [Volatile]
    public DateTime? LastModifiedTime { get; internal set; }

    /// <summary>
    /// Gets when there was last any activity on the flow; <see langword="null"/> where none was ever seen.
    /// </summary>
    [Volatile]
    public DateTime? LastActivityDate { get; internal set; }

    /// <summary>Gets when the flow last ran; <see langword="null"/> where it never did.</summary>
    [Volatile]
    public DateTime? LastRunTime { get; internal set; }

    /// <summary>Gets how often the flow ran.</summary>
    [Volatile]
    public long? FlowRuns { get; internal set; }

    /// <summary>Gets the number of runs in the last 7 days.</summary>
    [Volatile]
    public long? RunsLast7Days { get; internal set; }

    /// <summary>Gets the number of runs in the last 30 days.</summary>
    [Volatile]
    public long? RunsLast30Days { get; internal set; }

    /// <summary>Gets the number of runs in the last 90 days.</summary>
    [Volatile]
    public long? RunsLast90Days { get; internal set; }

    /// <summary>Gets the number of runs in the last 180 days.</summary>
    [Volatile]
    public long? RunsLast180Days { get; internal set; }

    /// <summary>Gets the number of activities in the last 7 days.</summary>
    [Volatile]
    public long? ActivitiesLast7Days { get; internal set; }

    /// <summary>Gets the number of activities in the last 30 days.</summary>
    [Volatile]
    public long? ActivitiesLast30Days { get; internal set; }

    /// <summary>Gets the number of activities in the last 90 days.</summary>
    [Volatile]
    public long? ActivitiesLast90Days { get; internal set; }

    /// <summary>Gets the number of activities in the last 180 days.</summary>
    [Volatile]
    public long? ActivitiesLast180Days { get; internal set; }

    /// <summary>Gets the owner of the flow.</summary>
    [SecurityRelevant]
    public FlowOwner? Owner { get; internal set; }

    /// <summary>Gets the name of who created the flow.</summary>
    public string? Creator { get; internal set; }

    /// <summary>Gets the department of who created the flow.</summary>
    public string? CreatorDepartment { get; internal set; }

    /// <summary>Gets the office of who created the flow.</summary>
    public string? CreatorOffice { get; internal set; }

    /// <summary>Gets the status of the creator's account, such as <c>Enable</c>; the API lists no values.</summary>
    [SecurityRelevant]
    public string? CreatorStatus { get; internal set; }

    /// <summary>Gets the user type of who created the flow; the API lists no values.</summary>
    [SecurityRelevant]
    public string? CreatorUserType { get; internal set; }

    /// <summary>Gets the country of who created the flow.</summary>
    public string? CreatorCountry { get; internal set; }

    /// <summary>Gets the email address of who created the flow.</summary>
    public string? CreatorEmail { get; internal set; }

    /// <summary>Gets the identifier of who created the flow.</summary>
    [SecurityRelevant]
    public string? CreatorId { get; internal set; }

    /// <summary>Gets the job title of who created the flow.</summary>
    [ApiName("creatorJobTitle", "creatorJobTile")]
    public string? CreatorJobTitle { get; internal set; }

    /// <summary>Gets the user principal name of who created the flow.</summary>
    [SecurityRelevant]
    public string? CreatorUpn { get; internal set; }

    /// <summary>Gets the number of co-owners of the flow.</summary>
    [SecurityRelevant]
    public long? CoOwners { get; internal set; }

    /// <summary>Gets the co-owners of the flow; empty where there are none.</summary>
    [SecurityRelevant]
    public ItemList<CoOwner> CoOwnerDetails { get; internal set; } = ItemList<CoOwner>.None;

    /// <summary>Gets the number of users who have access to the flow.</summary>
    [SecurityRelevant]
    public long? Users { get; internal set; }

    /// <summary>Gets the number of guests who have access to the flow.</summary>
    [SecurityRelevant]
    public long? Guests { get; internal set; }

    /// <summary>Gets the number of shadow users who have access to the flow, as EnPower counts them.</summary>
    [SecurityRelevant]
    public long? ShadowUsers { get; internal set; }

    /// <summary>Gets whether EnPower has asked for the business context of the flow.</summary>
    public bool? RequestEmailSent { get; internal set; }

    /// <summary>Gets whether the question for the business context of the flow was answered.</summary>
    public bool? BusinessContextResponded { get; internal set; }

    /// <summary>Gets the solutions that the flow is part of, in one text; <c>None</c> where it is part of none.</summary>
    public string? Solutions { get; internal set; }

    /// <summary>Gets the connections that the flow uses; empty where there are none.</summary>
    [SecurityRelevant]
    public ItemList<ConnectionReference> Connections { get; internal set; } = ItemList<ConnectionReference>.None;

    /// <summary>Returns the first that is known of display name and identifier.</summary>
    public override string ToString() => FirstFilled(DisplayName, FlowId, base.ToString());
}
