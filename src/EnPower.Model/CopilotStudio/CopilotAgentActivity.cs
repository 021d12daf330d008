namespace EnPower;

/// <summary>An activity of a user on an agent of Copilot Studio.</summary>
/// <remarks>
/// <para>
/// Each property has the name of the field in the API. It is <see langword="null"/> if the API omitted the field or sent
/// <c>null</c>, or, except for text, one of the placeholders <c>""</c>, <c>"N/A"</c> and <c>"0001-01-01 00:00:00"</c>.
/// </para>
/// <para>
/// The API sends dates without a time zone. They are not converted, and have <see cref="DateTimeKind.Unspecified"/>. UTC is
/// likely, but undocumented.
/// </para>
/// <para>Source: https://learn.avepoint.com/docs/services-and-features/enpower/copilotstudio/activities.html</para>
/// </remarks>
[ApiList("smp/powerplatform/bot/{botId}/activities", "activities")]
public sealed class CopilotAgentActivity : Activity
{
    /// <summary>Gets the identifier of the agent whose activities were read.</summary>
    [FromParent]
    public string? BotId { get; internal set; }

    internal override string? ParentKey { get => BotId; set => BotId = value; }
}
