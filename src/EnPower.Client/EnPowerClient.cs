using EnPower.Authentication;
using EnPower.Http;
using EnPower.Paging;

namespace EnPower;

/// <summary>
/// A client of the AvePoint Graph API for EnPower, with one endpoint, one credential and one token. Thread-safe.
/// </summary>
internal sealed class EnPowerClient : IDisposable
{
    private readonly EnPowerClientOptions _options;
    private readonly HttpMessageHandler _transport;
    private readonly HttpMessageInvoker _http;
    private readonly AccessTokenCache _tokens;
    private readonly ThrottleGate _gate;
    private readonly GraphApiClient _api;

    // Not disposed, so that reads in flight are cancelled and don't fail otherwise. It owns no timer and no handle.
    private readonly CancellationTokenSource _closing = new();

    public EnPowerClient(EnPowerClientOptions options)
    {
        Endpoint = options.Endpoint;
        Authority = options.Authority;
        ClientId = options.Credential.ClientId;
        AuthenticationType = options.Credential.AuthenticationType;
        _options = options;
        _transport = Transport.Create(options.Transport);

        // Not an HttpClient, which has a time limit: each attempt has its own, which includes the body.
        _http = new HttpMessageInvoker(_transport);
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

    public IReadOnlyList<string> Scopes { get; } = new[] { GraphApiClient.Permission };

    /// <summary>Gets when the current token expires; <see langword="null"/> before the first token.</summary>
    public DateTimeOffset? TokenExpiresOn => _tokens.ExpiresOn;

    /// <summary>Acquires a token now, instead of with the first request.</summary>
    public async Task AuthenticateAsync(IRequestObserver observer, CancellationToken cancellationToken)
    {
        using var request = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
#if NET
        // Meanwhile, prepare the first read.
        _ = Task.Run(() => Transport.OpenConnectionAsync(_http, Endpoint, _closing.Token), CancellationToken.None);
#endif
        await _tokens.GetAsync(observer, request.Token).ConfigureAwait(false);
    }

    /// <summary>Verifies access by reading one item, without retries.</summary>
    public async Task CheckAsync(IRequestObserver observer, CancellationToken cancellationToken)
    {
        using var request = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        var query = new ListQuery<Mailbox> { Top = 1 };
        await WithoutRetries().GetAsync(query.ToUri(Endpoint), query.ParsePage, observer, request.Token).ConfigureAwait(false);
    }

    /// <summary>Tests the connection step by step.</summary>
    public async Task<IReadOnlyList<ConnectionTestStepResult>> TestAsync(
        IRequestObserver observer,
        CancellationToken cancellationToken)
    {
        using var test = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        return await new ConnectionTest(_options, _transport, _tokens, WithoutRetries(), observer)
            .RunAsync(test.Token).ConfigureAwait(false);
    }

    /// <summary>Reads a list page by page.</summary>
    /// <param name="query">The query of the list.</param>
    /// <param name="limit">The number of items after which reading ends. The last page may exceed it.</param>
    /// <param name="observer">Observes the requests.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public IAsyncEnumerable<Page> ReadAsync(
        PageQuery query, long limit, IRequestObserver observer, CancellationToken cancellationToken) =>
        ReadAsync(query, query.ToUri(Endpoint), limit, observer, cancellationToken);

    /// <summary>Resumes reading a list at one of its pages.</summary>
    /// <param name="query">The query of the list.</param>
    /// <param name="from">The address of the page.</param>
    /// <param name="limit">The number of items after which reading ends. The last page may exceed it.</param>
    /// <param name="observer">Observes the requests.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public IAsyncEnumerable<Page> ReadAsync(
        PageQuery query, Uri from, long limit, IRequestObserver observer, CancellationToken cancellationToken) =>
        new PageReader(_api, query, observer, _closing.Token).ReadAsync(from, limit, cancellationToken);

    /// <summary>Discards token and credential, and cancels all reads of this client.</summary>
    public void Dispose()
    {
        _closing.Cancel();
        _tokens.Dispose();
        _http.Dispose();
        _gate.Dispose();
        _options.Credential.Dispose();
    }

    private GraphApiClient WithoutRetries() => CreateApi(_options.Retry with { MaximumRetryCount = 0 });

    private GraphApiClient CreateApi(RetryOptions retry) =>
        new(Endpoint, _http, _tokens, retry, _options.TimeProvider, _gate);
}
