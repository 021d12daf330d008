namespace EnPower;

/// <summary>The type of an EnPower object. Undefined numbers are kept.</summary>
public enum EnPowerObjectType
{
    /// <summary>A user.</summary>
    User = 0,

    /// <summary>A group.</summary>
    Group = 1,

    /// <summary>A mailbox.</summary>
    Mailbox = 2,

    /// <summary>A user mailbox or shared mailbox.</summary>
    UserOrSharedMailbox = 3,

    /// <summary>A room or equipment mailbox.</summary>
    ResourceMailbox = 4,

    /// <summary>A mail user.</summary>
    MailUser = 5,

    /// <summary>A mail contact.</summary>
    MailContact = 6,

    /// <summary>A SharePoint site.</summary>
    SharePoint = 7,

    /// <summary>A OneDrive for Business.</summary>
    OneDrive = 8,

    /// <summary>A recipient.</summary>
    Recipient = 9,

    /// <summary>No object.</summary>
    None = 10,
}
