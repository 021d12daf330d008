namespace EnPower;

/// <summary>An activity of a user on one object.</summary>
public abstract class Activity : ChildObject
{
    /// <summary>Gets the identifier of the activity.</summary>
    [Key]
    public string? Id { get; internal set; }

    /// <summary>Gets the identifier of the object that the activity is about.</summary>
    public string? ObjectId { get; internal set; }

    /// <summary>Gets when the activity took place.</summary>
    public DateTime? CreationTime { get; internal set; }

    /// <summary>Gets the user principal name of the user.</summary>
    public string? UserId { get; internal set; }

    /// <summary>Gets another identifier of the user.</summary>
    public string? UserKey { get; internal set; }

    /// <summary>Gets the type of the user; the values are undocumented.</summary>
    public string? UserType { get; internal set; }

    /// <summary>Gets the type of the activity; the values are undocumented.</summary>
    [SecurityRelevant]
    public string? ActivityType { get; internal set; }

    /// <summary>Gets the name of the data source that the activity has to do with.</summary>
    public string? DataSource { get; internal set; }

    /// <summary>Returns the activity and the user.</summary>
    public override string ToString() => FirstFilled(JoinFilled(", ", ActivityType, UserId), Id, base.ToString());
}
