namespace EnPower;

/// <summary>Who can see a group. A number that is not listed here is kept as it came.</summary>
public enum GroupVisibility
{
    /// <summary>It is not known.</summary>
    Unknown = -1,

    /// <summary>Everyone in the organisation.</summary>
    Public = 1,

    /// <summary>Its members.</summary>
    Private = 2,

    /// <summary>Its members, and no one else sees who they are.</summary>
    HiddenMembership = 4,
}
