namespace EnPower;

/// <summary>
/// The platform of an action at the end of the life of an object. Undefined numbers are kept.
/// </summary>
public enum EndOfLifePlatform
{
    /// <summary>Nowhere.</summary>
    None = 0,

    /// <summary>In AvePoint Cloud Governance.</summary>
    CloudGovernance = 1,

    /// <summary>In AvePoint MyHub.</summary>
    MyHub = 2,

    /// <summary>In AvePoint Policies for Microsoft 365.</summary>
    Policies = 4,

    /// <summary>In AvePoint EnPower.</summary>
    EnPower = 8,

    /// <summary>In Microsoft 365 itself.</summary>
    Microsoft = 16,
}
