namespace EnPower.Authentication;

/// <summary>A bearer token. Not a record, and without <c>ToString</c>: nothing may print it by accident.</summary>
/// <param name="value">The token.</param>
/// <param name="expiresOn">When it runs out; <see langword="null"/> where it doesn't say.</param>
/// <param name="renewOn">From when on it is no longer used.</param>
internal sealed class AccessToken(string value, DateTimeOffset? expiresOn, DateTimeOffset renewOn)
{
    private static readonly TimeSpan LongestMargin = TimeSpan.FromMinutes(5);

    public string Value => value;

    public DateTimeOffset? ExpiresOn => expiresOn;

    public DateTimeOffset RenewOn => renewOn;

    /// <summary>
    /// Makes a token that can be renewed. That is done ahead of its end, so that no request meets an expired token, by five
    /// minutes or, for a short-lived one, a tenth of its life.
    /// </summary>
    public static AccessToken Renewable(string value, DateTimeOffset acquiredOn, DateTimeOffset expiresOn)
    {
        var tenth = TimeSpan.FromTicks((expiresOn - acquiredOn).Ticks / 10);
        return new AccessToken(value, expiresOn, expiresOn - (tenth < LongestMargin ? tenth : LongestMargin));
    }
}
