namespace EnPower.Authentication;

/// <summary>Where access tokens come from.</summary>
internal interface IAccessTokenSource
{
    Uri Authority { get; }

    /// <summary>Gets a new token, never one it gave before.</summary>
    Task<AccessToken> AcquireAsync(CancellationToken cancellationToken);
}
