namespace EnPower;

/// <summary>
/// An action at the end of the life of an object. Undefined numbers are kept.
/// </summary>
public enum EndOfLifeAction
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It was deleted.</summary>
    Delete = 1,

    /// <summary>It was archived.</summary>
    Archive = 2,

    /// <summary>Access to it was taken away.</summary>
    NoAccess = 4,

    /// <summary>It was made read-only.</summary>
    ReadOnly = 8,

    /// <summary>It was disabled.</summary>
    Disabled = 16,

    /// <summary>It was put into quarantine.</summary>
    Quarantine = 32,

    /// <summary>It was deactivated.</summary>
    Deactivate = 64,

    /// <summary>It was archived by AvePoint Opus.</summary>
    ArchiveViaOpus = 128,
}
