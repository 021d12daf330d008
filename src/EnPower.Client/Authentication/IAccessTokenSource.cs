using EnPower.Http;

namespace EnPower.Authentication;

/// <summary>Where access tokens come from.</summary>
internal interface IAccessTokenSource
{
    /// <summary>Gets a new token, never one it gave before.</summary>
    Task<AccessToken> AcquireAsync(IRequestObserver observer, CancellationToken cancellationToken);
}
