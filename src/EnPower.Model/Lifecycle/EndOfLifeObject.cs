namespace EnPower;

/// <summary>An object of Microsoft 365 that was deleted, archived or restricted at the end of its life.</summary>
public abstract class EndOfLifeObject : ApiObject
{
    /// <summary>Gets the identifier of the tenant of the object.</summary>
    public string? TenantId { get; internal set; }

    /// <summary>Gets the identifier of the object.</summary>
    [Key]
    public string? ObjectId { get; internal set; }

    /// <summary>Gets the action.</summary>
    [SecurityRelevant]
    public EndOfLifeAction? ActionType { get; internal set; }

    /// <summary>Gets when it was done.</summary>
    public DateTime? ActionTime { get; internal set; }

    /// <summary>Gets the identifier of the user.</summary>
    [SecurityRelevant]
    public string? OperatorId { get; internal set; }

    /// <summary>Gets the user principal name of the user.</summary>
    [SecurityRelevant]
    public string? OperatorUserPrincipalName { get; internal set; }

    /// <summary>Gets the display name of the user.</summary>
    public string? OperatorDisplayName { get; internal set; }

    /// <summary>Gets the platform of the action. The API returns only actions in MyHub.</summary>
    public EndOfLifePlatform? Platform { get; internal set; }
}
