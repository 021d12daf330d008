namespace EnPower;

/// <summary>Which resource mailboxes to read: the values of the query parameter <c>resourceMailboxType</c>.</summary>
public enum ResourceMailboxType
{
    /// <summary>Room mailboxes and equipment mailboxes: what the API answers by default.</summary>
    Both = 0,

    /// <summary>Room mailboxes only.</summary>
    Room = 1,

    /// <summary>Equipment mailboxes only.</summary>
    Equipment = 2,
}
