namespace EnPower;

/// <summary>
/// Whether a team in Microsoft Teams is connected to a group. A number that is not listed here is kept as it came.
/// </summary>
public enum TeamStatus
{
    /// <summary>It is not known.</summary>
    Unknown = -1,

    /// <summary>No team is connected.</summary>
    NotConnected = 1,

    /// <summary>A team is connected.</summary>
    Connected = 2,

    /// <summary>The team that is connected is archived.</summary>
    Archived = 4,
}
