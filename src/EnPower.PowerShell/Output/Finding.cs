using System.Reflection;

namespace EnPower.Output;

/// <summary>Marks what an admin should look at, in the colour that PowerShell gives its warnings.</summary>
internal static class Finding
{
    private const string Reset = "\u001b[0m";

    private static readonly Func<string>? WarningStyle = FindWarningStyle();

    /// <summary>
    /// Adds the colour. The engine takes it out again where the output is no terminal, or <c>$PSStyle.OutputRendering</c>
    /// says so; engines without <c>$PSStyle</c> show none.
    /// </summary>
    public static string Mark(string text) => WarningStyle is null ? text : WarningStyle() + text + Reset;

    // PowerShellStandard.Library, which stands for every engine, does not know PSStyle.
    private static Func<string>? FindWarningStyle()
    {
        Type? type = typeof(PSObject).Assembly.GetType("System.Management.Automation.PSStyle");
        object? style = type?.GetProperty("Instance")?.GetValue(null);
        object? formatting = type?.GetProperty("Formatting")?.GetValue(style);
        MethodInfo? warning = formatting?.GetType().GetProperty("Warning")?.GetMethod;
        return (Func<string>?)warning?.CreateDelegate(typeof(Func<string>), formatting);
    }
}
