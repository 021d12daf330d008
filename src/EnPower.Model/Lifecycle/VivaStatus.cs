namespace EnPower;

/// <summary>
/// Whether a Viva Engage community is connected to a group. A number that is not listed here is kept as it came.
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
