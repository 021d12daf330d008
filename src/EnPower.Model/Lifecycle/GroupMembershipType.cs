namespace EnPower;

/// <summary>
/// How members come into a group. A number that is not listed here, such as the 0 of the documentation's sample, is
/// kept as it came.
/// </summary>
public enum GroupMembershipType
{
    /// <summary>It is not known.</summary>
    Unknown = -1,

    /// <summary>Members are assigned.</summary>
    Assigned = 1,

    /// <summary>Members are found by a rule.</summary>
    Dynamic = 2,
}
