namespace EnPower.Authentication;

/// <summary>A bearer token. It is not a record and has no <c>ToString</c>, so that it is never printed by accident.</summary>
/// <param name="value">The token.</param>
/// <param name="expiresOn">When it expires; <see langword="null"/> if unknown.</param>
/// <param name="renewOn">When to renew it.</param>
internal sealed class AccessToken(string value, DateTimeOffset? expiresOn, DateTimeOffset renewOn)
{
    private static readonly TimeSpan LongestMargin = TimeSpan.FromMinutes(5);

    public string Value => value;

    public DateTimeOffset? ExpiresOn => expiresOn;

    public DateTimeOffset RenewOn => renewOn;

    /// <summary>
    /// Creates a token that is renewed before it expires: five minutes before, or a tenth of its lifetime if that is shorter.
    /// </summary>
    public static AccessToken Renewable(string value, DateTimeOffset acquiredOn, DateTimeOffset expiresOn)
    {
        long margin = Math.Min((expiresOn - acquiredOn).Ticks / 10, LongestMargin.Ticks);
        return new AccessToken(value, expiresOn, expiresOn.AddTicks(-margin));
    }
}
