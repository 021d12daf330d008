using EnPower.Http;

namespace EnPower.Authentication;

/// <summary>Keeps the token of a connection and renews it. However many ask at once, one request goes out.</summary>
internal sealed class AccessTokenCache(IAccessTokenSource source, RetryOptions options, TimeProvider timeProvider) : IDisposable
{
    private readonly RetryPipeline _retries = new(options, timeProvider);
    private readonly SemaphoreSlim _acquiring = new(1, 1);
    private volatile AccessToken? _current;

    public DateTimeOffset? ExpiresOn => _current?.ExpiresOn;

    /// <summary>Gets the token, a new one where it has run out or soon will.</summary>
    public async ValueTask<AccessToken> GetAsync(IRequestObserver observer, CancellationToken cancellationToken) =>
        _current is { } token && timeProvider.GetUtcNow() < token.RenewOn
            ? token
            : await RenewAsync(_current, observer, cancellationToken).ConfigureAwait(false);

    /// <summary>Gets a token other than the one that was refused.</summary>
    public async Task<AccessToken> RenewAsync(AccessToken? refused, IRequestObserver observer, CancellationToken cancellationToken)
    {
        await _acquiring.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_current is { } renewed && !ReferenceEquals(renewed, refused))
            {
                return renewed;
            }

            AccessToken token = await _retries.ExecuteAsync(
                attempt => new ValueTask<AccessToken>(source.AcquireAsync(attempt)), observer, cancellationToken).ConfigureAwait(false);
            observer.TokenAcquired(source.Authority, token.ExpiresOn);
            return _current = token;
        }
        finally
        {
            _acquiring.Release();
        }
    }

    public void Dispose()
    {
        _current = null;
        _acquiring.Dispose();
    }
}
