using EnPower.Http;

namespace EnPower.Authentication;

/// <summary>A source of access tokens.</summary>
internal interface IAccessTokenSource
{
    /// <summary>Acquires a new token. Never returns a cached one.</summary>
    Task<AccessToken> AcquireAsync(IRequestObserver observer, CancellationToken cancellationToken);
}
