namespace EnPower;

/// <summary>An agent of Copilot Studio in EnPower. The API calls it a bot.</summary>
/// <remarks>
/// <para>
/// Each property has the name of the field in the API. It is <see langword="null"/> if the API omitted the field or sent
/// <c>null</c>, or, except for text, one of the placeholders <c>""</c>, <c>"N/A"</c> and <c>"0001-01-01 00:00:00"</c>.
/// </para>
/// <para>
/// The API sends dates without a time zone. They are not converted, and have <see cref="DateTimeKind.Unspecified"/>. UTC is
/// likely, but undocumented.
/// </para>
/// <para>Source: https://learn.avepoint.com/docs/services-and-features/enpower/copilotstudio/agents.html</para>
/// </remarks>
[ApiList("smp/powerplatform/bot", "bots")]
public sealed class CopilotAgent : ApiObject, ITenantObject
{
    /// <summary>Gets the identifier of the agent.</summary>
    [Key]
    public string? BotId { get; internal set; }

    /// <summary>Gets the identifier of the tenant of the agent.</summary>
    public string? TenantId { get; internal set; }

    /// <summary>
    /// Gets the display name of the tenant of the agent, not its domain. Join on <see cref="TenantId"/>.
    /// </summary>
    public string? TenantName { get; internal set; }

    /// <summary>Gets the identifier of the EnPower container of the agent.</summary>
    public string? ContainerId { get; internal set; }

    /// <summary>Gets the name of the EnPower container of the agent.</summary>
    public string? Container { get; internal set; }

    /// <summary>Gets the identifier of the environment of the agent.</summary>
    public string? EnvironmentId { get; internal set; }

    /// <summary>
    /// Gets the name of the environment of the agent. The API returns a name here, and an identifier for
    /// apps.
    /// </summary>
    public string? Environment { get; internal set; }

    /// <summary>
    /// Gets the name of the environment, with the name that other resources use: <see cref="Environment"/>.
    /// </summary>
    public string? EnvironmentName => Environment;

    /// <summary>Gets the display name.</summary>
    public string? DisplayName { get; internal set; }

    /// <summary>Gets the description of the agent.</summary>
    public string? Description { get; internal set; }

    /// <summary>Gets the identifier of the owner of the agent.</summary>
    [SecurityRelevant]
    public string? OwnerId { get; internal set; }

    /// <summary>Gets the user principal name of the owner of the agent.</summary>
    [SecurityRelevant]
    public string? OwnerUserPrincipalName { get; internal set; }

    /// <summary>Gets the identifier of the creator of the agent.</summary>
    [SecurityRelevant]
    public string? CreatorId { get; internal set; }

    /// <summary>Gets the display name of the creator of the agent.</summary>
    public string? CreatorDisplayName { get; internal set; }

    /// <summary>Gets the user principal name of the creator of the agent.</summary>
    [SecurityRelevant]
    public string? CreatorUserPrincipalName { get; internal set; }

    /// <summary>Gets the department of the creator of the agent.</summary>
    public string? CreatorDepartment { get; internal set; }

    /// <summary>Gets the office of the creator of the agent.</summary>
    public string? CreatorOffice { get; internal set; }

    /// <summary>Gets the country of the creator of the agent.</summary>
    public string? CreatorCountry { get; internal set; }

    /// <summary>Gets the job title of the creator of the agent.</summary>
    public string? CreatorJobTitle { get; internal set; }

    /// <summary>Gets the email address of the creator of the agent.</summary>
    public string? CreatorEmail { get; internal set; }

    /// <summary>Gets when the agent was created.</summary>
    public DateTime? CreatedTime { get; internal set; }

    /// <summary>Gets when the agent was last changed.</summary>
    [Volatile]
    public DateTime? LastModifiedTime { get; internal set; }

    /// <summary>Gets when the agent was last published; <see langword="null"/> if it never was.</summary>
    [SecurityRelevant]
    public DateTime? LastPublishedTime { get; internal set; }

    /// <summary>Gets the number of activities in the last 7 days.</summary>
    [Volatile]
    public long? ActivityCountLast7D { get; internal set; }

    /// <summary>Gets the number of activities in the last 30 days.</summary>
    [Volatile]
    public long? ActivityCountLast30D { get; internal set; }

    /// <summary>Gets the number of activities in the last 90 days.</summary>
    [Volatile]
    public long? ActivityCountLast90D { get; internal set; }

    /// <summary>Gets the number of activities in the last 180 days.</summary>
    [Volatile]
    public long? ActivityCountLast180D { get; internal set; }

    /// <summary>
    /// Gets the time of the last activity with the agent; <see langword="null"/> if there was none.
    /// </summary>
    [Volatile]
    public DateTime? LastActivityTime { get; internal set; }

    /// <summary>Gets the primary language of the agent, as text.</summary>
    public string? PrimaryLanguage { get; internal set; }

    /// <summary>Gets whether the agent is shared with the whole organisation.</summary>
    [SecurityRelevant]
    public bool? SharedWithOrganization { get; internal set; }

    /// <summary>Gets the number of users that the agent is shared with.</summary>
    [SecurityRelevant]
    public long? SharedUsers { get; internal set; }

    /// <summary>Gets the number of groups that the agent is shared with.</summary>
    [SecurityRelevant]
    public long? SharedGroups { get; internal set; }

    /// <summary>Gets the instructions that the agent follows.</summary>
    [SecurityRelevant]
    public string? Instructions { get; internal set; }

    /// <summary>Gets whether the agent answers from general knowledge of its language model.</summary>
    [SecurityRelevant]
    public bool? UseAIGeneralKnowledge { get; internal set; }

    /// <summary>Gets whether the agent uses generative orchestration.</summary>
    [SecurityRelevant]
    public bool? UseGenAIOrchestration { get; internal set; }

    /// <summary>Gets the number of knowledge sources of the agent.</summary>
    [SecurityRelevant]
    public long? KnowledgeSourceCount { get; internal set; }

    /// <summary>Gets the number of prompts of the agent.</summary>
    public long? PromptCount { get; internal set; }

    /// <summary>Gets the number of skills of the agent.</summary>
    public long? SkillCount { get; internal set; }

    /// <summary>Gets the number of tools of the agent.</summary>
    [SecurityRelevant]
    public long? ToolCount { get; internal set; }

    /// <summary>Gets the number of tools of the agent that are REST APIs.</summary>
    [SecurityRelevant]
    public long? RestAPIToolCount { get; internal set; }

    /// <summary>Gets whether the agent searches the web.</summary>
    [SecurityRelevant]
    public bool? UseWebSearch { get; internal set; }

    string? ITenantObject.TenantDomain => null;

    /// <summary>Returns the first known value of display name and identifier.</summary>
    public override string ToString() => FirstFilled(DisplayName, BotId, base.ToString());
}
