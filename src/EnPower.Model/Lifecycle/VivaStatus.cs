namespace EnPower;

/// <summary>
/// The connection of a group to a Viva Engage community. Undefined numbers are kept.
/// </summary>
public enum VivaStatus
{
    /// <summary>It is not known.</summary>
    Unknown = -1,

    /// <summary>No community is connected.</summary>
    NotConnected = 1,

    /// <summary>A community is connected.</summary>
    Connected = 2,
}
