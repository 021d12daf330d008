namespace EnPower;

/// <summary>
/// The membership rule of a group. Undefined numbers, such as the 0 in the sample of the documentation, are kept.
/// </summary>
public enum GroupMembershipType
{
    /// <summary>Unknown.</summary>
    Unknown = -1,

    /// <summary>Members are assigned.</summary>
    Assigned = 1,

    /// <summary>Members are found by a rule.</summary>
    Dynamic = 2,
}
