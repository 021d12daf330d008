namespace EnPower.Pipeline;

/// <summary>Resolves file paths as PowerShell does: of any drive, and relative to the location of the session.</summary>
internal static class FileSystemPath
{
    /// <summary>Gets the full path of a file that may not exist. Wildcards are not expanded.</summary>
    /// <exception cref="EnPowerException">The path does not belong to the file system.</exception>
    public static string Resolve(PSCmdlet cmdlet, string path, EnPowerErrorId errorId)
    {
        try
        {
            string resolved = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(
                path, out ProviderInfo provider, out _);
            return provider.Name == "FileSystem"
                ? resolved
                : throw new EnPowerException(errorId, $"{path} is no path of the file system.");
        }
        catch (Exception exception) when (exception is RuntimeException or NotSupportedException)
        {
            throw new EnPowerException(errorId, exception.Message, exception);
        }
    }
}
