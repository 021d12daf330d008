namespace EnPower;

/// <summary>The values of the query parameter <c>resourceMailboxType</c>.</summary>
public enum ResourceMailboxType
{
    /// <summary>Room mailboxes and equipment mailboxes: the default of the API.</summary>
    Both = 0,

    /// <summary>Room mailboxes only.</summary>
    Room = 1,

    /// <summary>Equipment mailboxes only.</summary>
    Equipment = 2,
}
