namespace EnPower;

/// <summary>
/// The value of a property that must not bind to a parameter of another module. PowerShell does not bind AutomationNull, but
/// would bind <see langword="null"/> and an empty string: with an empty Identity, the Get- cmdlets of Exchange Online return
/// every mailbox.
/// </summary>
internal static class Absent
{
    /// <summary>Gets or sets the value. The module sets it, because this assembly does not reference PowerShell.</summary>
    public static object? Value { get; set; }
}
