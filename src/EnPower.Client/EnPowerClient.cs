using EnPower.Authentication;
using EnPower.Http;
using EnPower.Paging;

namespace EnPower;

/// <summary>A client of the AvePoint Graph API for EnPower: one endpoint, one identity, one token. Safe to share by threads.</summary>
internal sealed class EnPowerClient : IDisposable
{
    private readonly EnPowerClientOptions _options;
    private readonly HttpMessageHandler _transport;
    private readonly HttpClient _http;
    private readonly AccessTokenCache _tokens;
    private readonly ThrottleGate _gate;
    private readonly GraphApiClient _api;

    // Never disposed, so that what still reads finds its token cancelled, not gone. It owns no timer and no handle.
    private readonly CancellationTokenSource _closing = new();

    public EnPowerClient(EnPowerClientOptions options)
    {
        Endpoint = options.Endpoint;
        Authority = options.Authority;
        ClientId = options.Credential.ClientId;
        AuthenticationType = options.Credential.AuthenticationType;
        _options = options;
        _transport = Transport.Create(options.Transport);

        // Each try has a time limit of its own, which covers the body as well.
        _http = new HttpClient(_transport) { Timeout = Timeout.InfiniteTimeSpan };
        _tokens = new AccessTokenCache(
            options.Credential.CreateTokenSource(
                options.Authority, _transport, options.Retry.AttemptTimeout, options.TimeProvider),
            options.Retry,
            options.TimeProvider);
        _gate = new ThrottleGate(options.TimeProvider);
        _api = CreateApi(options.Retry);
    }

    public Uri Endpoint { get; }

    public Uri? Authority { get; }

    public string? ClientId { get; }

    public AuthenticationType AuthenticationType { get; }

    public IReadOnlyList<string> Scopes { get; } = [GraphApiClient.Permission];

    /// <summary>Gets when the token runs out that is used now; <see langword="null"/> before the first.</summary>
    public DateTimeOffset? TokenExpiresOn => _tokens.ExpiresOn;

    /// <summary>Proves to the identity service who we are, now rather than with the first request.</summary>
    public async Task AuthenticateAsync(IRequestObserver observer, CancellationToken cancellationToken)
    {
        using var request = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
#if NET
        // Meanwhile, what the first read would otherwise wait for.
        _ = Task.Run(() => Transport.OpenConnectionAsync(_http, Endpoint, _closing.Token), CancellationToken.None);
#endif
        await _tokens.GetAsync(observer, request.Token).ConfigureAwait(false);
    }

    /// <summary>Reads the smallest page there is, without retries, to see whether that works.</summary>
    public async Task CheckAsync(IRequestObserver observer, CancellationToken cancellationToken)
    {
        using var request = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        var query = new ListQuery<Mailbox> { Top = 1 };
        await WithoutRetries().GetAsync(query.ToUri(Endpoint), query.ParsePage, observer, request.Token).ConfigureAwait(false);
    }

    /// <summary>Sees, step by step, what works and what doesn't.</summary>
    public async Task<IReadOnlyList<ConnectionTestStepResult>> TestAsync(IRequestObserver observer, CancellationToken cancellationToken)
    {
        using var test = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        return await new ConnectionTest(_options, _transport, _tokens, WithoutRetries(), observer).RunAsync(test.Token).ConfigureAwait(false);
    }

    /// <summary>Reads a list page by page, from its beginning.</summary>
    /// <param name="query">What to read.</param>
    /// <param name="limit">How many items are wanted. The last page can hold more.</param>
    /// <param name="observer">Is told of each request.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public IAsyncEnumerable<Page> ReadAsync(
        PageQuery query, long limit, IRequestObserver observer, CancellationToken cancellationToken) =>
        ReadAsync(query, query.ToUri(Endpoint), limit, observer, cancellationToken);

    /// <summary>Reads a list page by page, from one of its pages on.</summary>
    /// <param name="query">What is read.</param>
    /// <param name="from">The address of the page to begin at.</param>
    /// <param name="limit">How many items are wanted. The last page can hold more.</param>
    /// <param name="observer">Is told of each request.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public IAsyncEnumerable<Page> ReadAsync(
        PageQuery query, Uri from, long limit, IRequestObserver observer, CancellationToken cancellationToken) =>
        new PageReader(_api, query, observer, _closing.Token).ReadAsync(from, limit, cancellationToken);

    /// <summary>Forgets token and credential. Whatever still reads with this client is cancelled.</summary>
    public void Dispose()
    {
        _closing.Cancel();
        _tokens.Dispose();
        _http.Dispose();
        _options.Credential.Dispose();
    }

    private GraphApiClient WithoutRetries() => CreateApi(_options.Retry with { MaximumRetryCount = 0 });

    private GraphApiClient CreateApi(RetryOptions retry) =>
        new(Endpoint, _http, _tokens, retry, _options.TimeProvider, _gate);
}
