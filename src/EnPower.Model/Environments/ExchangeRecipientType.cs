namespace EnPower;

/// <summary>The type of an Exchange recipient. Undefined numbers are kept.</summary>
public enum ExchangeRecipientType
{
    /// <summary>A dynamic distribution group.</summary>
    DynamicDistributionGroup = 1,

    /// <summary>A mail contact.</summary>
    MailContact = 2,

    /// <summary>A mail-enabled group that is not universal.</summary>
    MailNonUniversalGroup = 4,

    /// <summary>A universal distribution group.</summary>
    MailUniversalDistributionGroup = 8,

    /// <summary>A mail-enabled universal security group.</summary>
    MailUniversalSecurityGroup = 16,

    /// <summary>A mail user.</summary>
    MailUser = 32,

    /// <summary>A public folder.</summary>
    PublicFolder = 64,

    /// <summary>A user mailbox.</summary>
    UserMailbox = 128,
}
