namespace EnPower;

/// <summary>
/// What a property gives that commands of other modules bind by its name, where there is nothing to bind. PowerShell's own
/// "nothing" leaves the parameter out, where <see langword="null"/> and an empty text would be bound: an empty Identity means
/// every mailbox to the Get- cmdlets of Exchange Online.
/// </summary>
internal static class Absent
{
    /// <summary>Gets or sets that value. The module says it, since this assembly knows nothing of PowerShell.</summary>
    public static object? Value { get; set; }
}
