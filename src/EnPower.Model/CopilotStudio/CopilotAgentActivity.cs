namespace EnPower;

/// <summary>Something that a user did to an agent of Copilot Studio.</summary>
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
