namespace EnPower;

/// <summary>
/// The connection of a group to a team in Microsoft Teams. Undefined numbers are kept.
/// </summary>
public enum TeamStatus
{
    /// <summary>It is not known.</summary>
    Unknown = -1,

    /// <summary>No team is connected.</summary>
    NotConnected = 1,

    /// <summary>A team is connected.</summary>
    Connected = 2,

    /// <summary>The connected team is archived.</summary>
    Archived = 4,
}
