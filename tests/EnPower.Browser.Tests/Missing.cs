namespace EnPower;

/// <summary>Handles missing prerequisites of a test.</summary>
internal static class Missing
{
    /// <summary>Skips the test, but fails it in CI, where all prerequisites are required.</summary>
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
