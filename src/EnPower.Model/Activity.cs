namespace EnPower;

/// <summary>Something that a user did, from the list of activities that the API keeps for one object.</summary>
public abstract class Activity : ChildObject
{
    /// <summary>Gets the identifier of the activity.</summary>
    [Key]
    public string? Id { get; internal set; }

    /// <summary>Gets the identifier of the object that the activity is about.</summary>
    public string? ObjectId { get; internal set; }

    /// <summary>Gets when the activity took place.</summary>
    public DateTime? CreationTime { get; internal set; }

    /// <summary>Gets the user principal name of the user who did it.</summary>
    public string? UserId { get; internal set; }

    /// <summary>Gets another identifier of the user.</summary>
    public string? UserKey { get; internal set; }

    /// <summary>Gets the type of the user; the API lists no values.</summary>
    public string? UserType { get; internal set; }

    /// <summary>Gets what the user did; the API lists no values.</summary>
    [SecurityRelevant]
    public string? ActivityType { get; internal set; }

    /// <summary>Gets the name of the data source that the activity has to do with.</summary>
    public string? DataSource { get; internal set; }

    /// <summary>Returns what the user did, and who did it.</summary>
    public override string ToString() => FirstFilled(JoinFilled(", ", ActivityType, UserId), Id, base.ToString());
}
