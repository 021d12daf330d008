namespace EnPower;

/// <summary>A run of a cloud flow.</summary>
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

    /// <summary>Gets when the run ended; <see langword="null"/> where it goes on.</summary>
    public DateTime? EndTime { get; internal set; }

    /// <summary>Gets how long the run took, from start to end, as text in a form that is not documented.</summary>
    public string? Duration { get; internal set; }

    /// <summary>Gets how the run ended; the API lists no values.</summary>
    public string? State { get; internal set; }

    internal override string? ParentKey { get => FlowId; set => FlowId = value; }

    /// <summary>Returns how the run ended, or its identifier where that is not known.</summary>
    public override string ToString() => FirstFilled(State, Id, base.ToString());
}
