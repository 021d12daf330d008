namespace EnPower;

/// <summary>What this machine lacks for a test.</summary>
internal static class Missing
{
    /// <summary>Skips the test, but fails it in CI, where nothing may be missing.</summary>
    public static void SkipFor(string? reason)
    {
        if (reason is null)
        {
            return;
        }

        Assert.True(string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")), reason);
        Assert.Skip(reason);
    }
}
