namespace EnPower;

/// <summary>The visibility of a group. Undefined numbers are kept.</summary>
public enum GroupVisibility
{
    /// <summary>It is not known.</summary>
    Unknown = -1,

    /// <summary>Everyone in the organisation.</summary>
    Public = 1,

    /// <summary>Its members.</summary>
    Private = 2,

    /// <summary>Its members, and the membership is hidden.</summary>
    HiddenMembership = 4,
}
