namespace EnPower;

/// <summary>The type of a group. Undefined numbers are kept.</summary>
public enum GroupType
{
    /// <summary>It is not known.</summary>
    Unknown = -1,

    /// <summary>A Microsoft 365 group.</summary>
    Microsoft365Group = 1,

    /// <summary>A security group.</summary>
    SecurityGroup = 2,

    /// <summary>A distribution group.</summary>
    DistributionGroup = 4,

    /// <summary>A mail-enabled security group.</summary>
    MailEnabledSecurityGroup = 8,
}
