namespace EnPower;

internal static class PSObjectExtensions
{
    /// <summary>Gets the object that PowerShell wrapped; any other value as it is.</summary>
    public static object? Unwrap(this object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
