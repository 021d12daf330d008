namespace EnPower;

/// <summary>A renewal or contact election profile of Cloud Governance.</summary>
public sealed class CloudGovernanceProfile : ApiObject, IReadableFromText
{
    /// <summary>Gets the name of the profile.</summary>
    public string? Name { get; internal set; }

    /// <summary>Gets the identifier of the profile.</summary>
    [Key]
    public string? Id { get; internal set; }

    /// <summary>Returns the name, or the identifier if there is no name.</summary>
    public override string ToString() => FirstFilled(Name, Id);

    void IReadableFromText.FromText(string text) => Name = text;
}
