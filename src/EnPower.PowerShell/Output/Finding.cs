using System.Reflection;

namespace EnPower.Output;

/// <summary>Highlights values that need attention, in the colour of PowerShell's warnings.</summary>
internal static class Finding
{
    private const string Reset = "\u001b[0m";

    private static readonly Func<string>? WarningStyle = FindWarningStyle();

    /// <summary>
    /// Adds the colour. PowerShell removes it if the output is not a terminal, or according to
    /// <c>$PSStyle.OutputRendering</c>. Windows PowerShell, which has no <c>$PSStyle</c>, shows no colour.
    /// </summary>
    public static string Highlight(string text) => WarningStyle is null ? text : WarningStyle() + text + Reset;

    // PSStyle is not part of PowerShellStandard.Library, the reference for all versions.
    private static Func<string>? FindWarningStyle()
    {
        Type? type = typeof(PSObject).Assembly.GetType("System.Management.Automation.PSStyle");
        object? style = type?.GetProperty("Instance")?.GetValue(null);
        object? formatting = type?.GetProperty("Formatting")?.GetValue(style);
        MethodInfo? warning = formatting?.GetType().GetProperty("Warning")?.GetMethod;
        return (Func<string>?)warning?.CreateDelegate(typeof(Func<string>), formatting);
    }
}
