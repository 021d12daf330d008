namespace EnPower;

/// <summary>A run of a cloud flow.</summary>
/// <remarks>
/// <para>
/// Each property has the name of the field in the API. It is <see langword="null"/> if the API omitted the field or sent
/// <c>null</c>, or, except for text, one of the placeholders <c>""</c>, <c>"N/A"</c> and <c>"0001-01-01 00:00:00"</c>.
/// </para>
/// <para>
/// The API sends dates without a time zone. They are not converted, and have <see cref="DateTimeKind.Unspecified"/>. UTC is
/// likely, but undocumented.
/// </para>
/// <para>Source: https://learn.avepoint.com/docs/services-and-features/enpower/flows/cloudrunhistories.html</para>
/// </remarks>
[ApiList("smp/powerplatform/powerautomate/cloudflows/{flowId}/runs", "runs")]
public sealed class CloudFlowRun : ChildObject
{
    /// <summary>Gets the identifier of the run.</summary>
    [Key]
    public string? Id { get; internal set; }

    /// <summary>Gets the identifier of the flow whose runs were read.</summary>
    [FromParent]
    public string? FlowId { get; internal set; }

    /// <summary>Gets the identifier of the flow that ran.</summary>
    public string? ObjectId { get; internal set; }

    /// <summary>Gets when the run was created. In the sample of the documentation only.</summary>
    public DateTime? CreationTime { get; internal set; }

    /// <summary>Gets when the run started.</summary>
    public DateTime? StartTime { get; internal set; }

    /// <summary>Gets when the run ended; <see langword="null"/> while it is running.</summary>
    public DateTime? EndTime { get; internal set; }

    /// <summary>Gets how long the run took, from start to end, as text in an undocumented format.</summary>
    public string? Duration { get; internal set; }

    /// <summary>Gets how the run ended; the values are undocumented.</summary>
    public string? State { get; internal set; }

    internal override string? ParentKey { get => FlowId; set => FlowId = value; }

    /// <summary>Returns how the run ended, or its identifier if it is unknown.</summary>
    public override string ToString() => FirstFilled(State, Id, base.ToString());
}
