namespace EnPower.Pipeline;

/// <summary>A path as a command is given it, resolved to one of the file system.</summary>
internal static class FileSystemPath
{
    /// <summary>Resolves a path that need not exist: against the current location, and through PowerShell's drives.</summary>
    /// <param name="path">The path as it was given.</param>
    /// <param name="sessionState">The session whose location and drives count.</param>
    /// <param name="errorId">What the error is called where there is no such path.</param>
    /// <exception cref="EnPowerException">The path is none of the file system.</exception>
    public static string Resolve(string path, SessionState sessionState, EnPowerErrorId errorId)
    {
        try
        {
            string resolved = sessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
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
