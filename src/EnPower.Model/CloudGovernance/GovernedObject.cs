namespace EnPower;

/// <summary>An object whose ownership and lifecycle Cloud Governance manages.</summary>
public abstract class GovernedObject : ApiObject
{
    /// <summary>Gets the primary contact in Cloud Governance.</summary>
    [SecurityRelevant]
    public User? PrimaryContact { get; internal set; }

    /// <summary>Gets the secondary contact in Cloud Governance.</summary>
    [SecurityRelevant]
    public User? SecondaryContact { get; internal set; }

    /// <summary>Gets when the object was last renewed in Cloud Governance.</summary>
    public DateTime? LastRenewalTime { get; internal set; }

    /// <summary>Gets when the current renewal in Cloud Governance started.</summary>
    public DateTime? PhaseStartTime { get; internal set; }

    /// <summary>Gets when the current renewal in Cloud Governance is due.</summary>
    public DateTime? RenewalDueDate { get; internal set; }

    /// <summary>Gets when the next renewal in Cloud Governance begins.</summary>
    public DateTime? NextRenewalDate { get; internal set; }

    /// <summary>Gets the user who last renewed the object in Cloud Governance.</summary>
    [ApiName("lastRenewalBy", "lastRenewedBy")]
    public User? LastRenewalBy { get; internal set; }

    /// <summary>Gets whether a renewal profile of Cloud Governance is applied.</summary>
    [ApiName("renewProfileApplied", "renewalProfileApplied")]
    public bool? RenewProfileApplied { get; internal set; }

    /// <summary>Gets the Cloud Governance metadata of the object; empty if there is none.</summary>
    public ItemList<CloudGovernanceMetadata> Metadata { get; internal set; } = ItemList<CloudGovernanceMetadata>.None;

    /// <summary>Gets whether a contact election profile of Cloud Governance is applied.</summary>
    public bool? ElectionProfileApplied { get; internal set; }

    /// <summary>Gets whether the object is imported to Cloud Governance.</summary>
    [ApiName("isRegistered", "registered")]
    public bool? IsRegistered { get; internal set; }

    /// <summary>Gets the current phase in Cloud Governance.</summary>
    public string? Phase { get; internal set; }

    /// <summary>Gets the assignees of the current phase in Cloud Governance.</summary>
    public ItemList<User> PhaseAssignees { get; internal set; } = ItemList<User>.None;

    /// <summary>Gets the renewal profile of Cloud Governance.</summary>
    [ApiName("renewProfile", "renewalProfile")]
    public CloudGovernanceProfile? RenewProfile { get; internal set; }

    /// <summary>Gets the contact election profile of Cloud Governance.</summary>
    [ApiName("electionProfile", "contactElectionProfile")]
    public CloudGovernanceProfile? ElectionProfile { get; internal set; }

    /// <summary>Gets the claim status in Cloud Governance.</summary>
    public string? ClaimStatus { get; internal set; }
}
