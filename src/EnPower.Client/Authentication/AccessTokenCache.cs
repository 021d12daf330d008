using EnPower.Http;

namespace EnPower.Authentication;

/// <summary>Caches and renews the token of a connection. Concurrent callers share one token request.</summary>
internal sealed class AccessTokenCache(IAccessTokenSource source, RetryOptions options, TimeProvider timeProvider) : IDisposable
{
    private readonly RetryPipeline<EnPowerAuthenticationException> _retries = new(options, timeProvider);

    // Not disposed: pending waiters must still enter and see that the cache is closed. It owns no handle.
    private readonly SemaphoreSlim _acquiring = new(1, 1);
    private volatile AccessToken? _current;
    private volatile bool _isClosed;

    public DateTimeOffset? ExpiresOn => _current?.ExpiresOn;

    /// <summary>Gets the token, and renews it if it has expired or is about to.</summary>
    public async ValueTask<AccessToken> GetAsync(IRequestObserver observer, CancellationToken cancellationToken) =>
        _current is { } token && timeProvider.GetUtcNow() < token.RenewOn
            ? token
            : await RenewAsync(_current, observer, cancellationToken).ConfigureAwait(false);

    /// <summary>Gets a token other than the rejected one.</summary>
    public async Task<AccessToken> RenewAsync(
        AccessToken? rejected,
        IRequestObserver observer,
        CancellationToken cancellationToken)
    {
        await _acquiring.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ThrowIfClosed();
            if (_current is { } renewed && !ReferenceEquals(renewed, rejected))
            {
                return renewed;
            }

            AccessToken token = await _retries.ExecuteAsync(
                attempt => new ValueTask<AccessToken>(source.AcquireAsync(observer, attempt)),
                observer,
                gate: null,
                cancellationToken)
                .ConfigureAwait(false);
            _current = token;
            ThrowIfClosed();
            return token;
        }
        finally
        {
            _acquiring.Release();
        }
    }

    public void Dispose()
    {
        _isClosed = true;
        _current = null;
    }

    private void ThrowIfClosed()
    {
        if (_isClosed)
        {
            _current = null;
            throw new OperationCanceledException();
        }
    }
}
