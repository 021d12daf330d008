namespace EnPower.Pipeline;

/// <summary>Paths of files, as PowerShell has them: of any drive, and from the session's own location on.</summary>
internal static class FileSystemPath
{
    /// <summary>Gets the full path of a file that may not exist. No character is a wildcard.</summary>
    /// <exception cref="EnPowerException">The path is none of the file system.</exception>
    public static string Resolve(PSCmdlet cmdlet, string path, EnPowerErrorId errorId)
    {
        try
        {
            string resolved = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
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
