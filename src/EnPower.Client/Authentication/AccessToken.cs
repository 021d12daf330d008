namespace EnPower.Authentication;

/// <summary>A bearer token. Not a record, and without <c>ToString</c>: nothing may print it by accident.</summary>
internal sealed class AccessToken(string value, DateTimeOffset acquiredOn, DateTimeOffset expiresOn)
{
    private static readonly TimeSpan LongestMargin = TimeSpan.FromMinutes(5);

    public string Value => value;

    public DateTimeOffset ExpiresOn => expiresOn;

    /// <summary>
    /// Gets the time from which it is renewed: ahead of its end, so that no request meets an expired token, by five minutes
    /// or, for a short-lived one, a tenth of its life.
    /// </summary>
    public DateTimeOffset RenewOn
    {
        get
        {
            var tenth = TimeSpan.FromTicks((expiresOn - acquiredOn).Ticks / 10);
            return expiresOn - (tenth < LongestMargin ? tenth : LongestMargin);
        }
    }
}
