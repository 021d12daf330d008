namespace EnPower.Commands;

/// <summary>Where the help pages of the cmdlets can be read online, which Get-Help -Online opens.</summary>
internal static class HelpPages
{
    /// <summary>The address that the name of a page is put behind.</summary>
    internal const string Address = "https://github.com/enpower-powershell/EnPower/blob/main/docs/en-US/";
}
