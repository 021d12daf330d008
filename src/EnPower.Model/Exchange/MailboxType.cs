namespace EnPower;

/// <summary>The values of the query parameter <c>mailboxType</c>.</summary>
public enum MailboxType
{
    /// <summary>User mailboxes and shared mailboxes: the default of the API.</summary>
    Both = 0,

    /// <summary>User mailboxes only.</summary>
    User = 1,

    /// <summary>Shared mailboxes only.</summary>
    Shared = 2,
}
