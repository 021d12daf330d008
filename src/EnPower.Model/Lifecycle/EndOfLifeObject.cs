namespace EnPower;

/// <summary>An object of Microsoft 365 that was deleted, archived or restricted at the end of its life.</summary>
public abstract class EndOfLifeObject : ApiObject
{
    /// <summary>Gets the identifier of the tenant that the object belongs to.</summary>
    public string? TenantId { get; internal set; }

    /// <summary>Gets the identifier of the object.</summary>
    [Key]
    public string? ObjectId { get; internal set; }

    /// <summary>Gets what was done to the object.</summary>
    [SecurityRelevant]
    public EndOfLifeAction? ActionType { get; internal set; }

    /// <summary>Gets when it was done.</summary>
    public DateTime? ActionTime { get; internal set; }

    /// <summary>Gets the identifier of the user who did it.</summary>
    [SecurityRelevant]
    public string? OperatorId { get; internal set; }

    /// <summary>Gets the user principal name of the user who did it.</summary>
    [SecurityRelevant]
    public string? OperatorUserPrincipalName { get; internal set; }

    /// <summary>Gets the display name of the user who did it.</summary>
    public string? OperatorDisplayName { get; internal set; }

    /// <summary>Gets where it was done. The API returns only what was done in MyHub.</summary>
    public EndOfLifePlatform? Platform { get; internal set; }
}
