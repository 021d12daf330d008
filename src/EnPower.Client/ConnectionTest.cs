using System.Net;
using System.Net.Sockets;
using EnPower.Authentication;
using EnPower.Http;
using EnPower.Paging;

namespace EnPower;

/// <summary>Tests a connection step by step, in the order in which a request depends on the steps.</summary>
internal sealed class ConnectionTest(
    EnPowerClientOptions options,
    HttpMessageHandler transport,
    AccessTokenCache tokens,
    GraphApiClient api,
    IRequestObserver observer)
{
    private EnPowerException? _firstPageFailure;
    private ListPage? _firstPage;

    private IEnumerable<Uri> Addresses => options.Authority is null ? [options.Endpoint] : [options.Endpoint, options.Authority];

    /// <summary>Runs the steps up to the first failure. The result contains the remaining ones as not run.</summary>
    public async Task<IReadOnlyList<ConnectionTestStepResult>> RunAsync(CancellationToken cancellationToken)
    {
        (string Name, Func<CancellationToken, Task<ConnectionTestStepResult>> RunAsync)[] steps =
        [
            ("NameResolution", ResolveNamesAsync),
            ("Tls", ConnectAsync),
            ("IdentityService", DiscoverAsync),
            ("Token", GetTokenAsync),
            ("Permission", CheckPermissionAsync),
            ("FirstPage", ReadFirstPageAsync),
        ];
        var results = new List<ConnectionTestStepResult>();
        foreach ((string name, Func<CancellationToken, Task<ConnectionTestStepResult>> runAsync) in steps)
        {
            ConnectionTestStepResult result = results.Exists(static previous => previous.Failure is not null)
                ? new ConnectionTestStepResult("A previous step failed.", HasRun: false)
                : await RunAsync(runAsync, cancellationToken).ConfigureAwait(false);
            results.Add(result with { Name = name });
        }

        return results;
    }

    private static async Task<ConnectionTestStepResult> RunAsync(
        Func<CancellationToken, Task<ConnectionTestStepResult>> runAsync, CancellationToken cancellationToken)
    {
        try
        {
            return await runAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (EnPowerException exception)
        {
            return new ConnectionTestStepResult(exception.Message, Failure: exception);
        }
    }

    // A proxy resolves the names of the requests that use it.
    private async Task<ConnectionTestStepResult> ResolveNamesAsync(CancellationToken cancellationToken)
    {
        var resolved = new List<string>();
        foreach (Uri address in Addresses.Where(address => !Transport.UsesProxy(options.Transport, address)))
        {
            try
            {
                await Dns.GetHostAddressesAsync(address.Host).ConfigureAwait(false);
            }
            catch (SocketException exception)
            {
                throw Failure(exception, address);
            }

            resolved.Add(address.Host);
        }

        return resolved.Count == 0
            ? new ConnectionTestStepResult("The proxy resolves names.", HasRun: false)
            : new ConnectionTestStepResult($"{string.Join(" and ", resolved.Distinct())} resolved.");
    }

    private async Task<ConnectionTestStepResult> ConnectAsync(CancellationToken cancellationToken)
    {
        foreach (Uri address in Addresses)
        {
            await ConnectAsync(address, cancellationToken).ConfigureAwait(false);
        }

        string hosts = string.Join(" and ", Addresses.Select(static address => address.Authority));
        return new ConnectionTestStepResult($"{hosts} responded over TLS.");
    }

    private async Task<ConnectionTestStepResult> DiscoverAsync(CancellationToken cancellationToken)
    {
        if (options.Authority is null)
        {
            return new ConnectionTestStepResult(
                "The connection uses an access token, so no identity service is needed.", HasRun: false);
        }

        await IdentityService.UseAsync(
            options.Authority,
            options.Credential.ClientId,
            transport,
            options.Retry.AttemptTimeout,
            options.TimeProvider,
            static (service, attempt) => service.DiscoverAsync(attempt),
            cancellationToken).ConfigureAwait(false);
        return new ConnectionTestStepResult($"OpenID Connect discovery of {options.Authority.Authority} succeeded.");
    }

    private async Task<ConnectionTestStepResult> GetTokenAsync(CancellationToken cancellationToken)
    {
        AccessToken token = await tokens.GetAsync(observer, cancellationToken).ConfigureAwait(false);
        if (options.Authority is not null)
        {
            // A cached token does not prove that the credential is still valid.
            token = await tokens.RenewAsync(token, observer, cancellationToken).ConfigureAwait(false);
        }

        return new ConnectionTestStepResult(token.ExpiresOn is { } end
            ? $"The token is valid until {end.ToLocalTime():G}."
            : "The token does not state when it expires.");
    }

    private async Task<ConnectionTestStepResult> CheckPermissionAsync(CancellationToken cancellationToken)
    {
        var query = new ListQuery<Mailbox> { Top = 1 };
        try
        {
            _firstPage = await api
                .GetAsync(query.ToUri(options.Endpoint), query.ParsePage, observer, cancellationToken).ConfigureAwait(false);
        }
        catch (EnPowerApiException exception)
            when (exception.ErrorId is not (EnPowerErrorId.Forbidden or EnPowerErrorId.Unauthorized))
        {
            _firstPageFailure = exception;
            return new ConnectionTestStepResult("The API failed before it checked permissions.", HasRun: false);
        }

        return new ConnectionTestStepResult($"The application has the permission {GraphApiClient.Permission}.");
    }

    private Task<ConnectionTestStepResult> ReadFirstPageAsync(CancellationToken cancellationToken) => _firstPageFailure is null
        ? Task.FromResult(new ConnectionTestStepResult(
            _firstPage?.TotalCount is { } count ? $"The API has {count} mailboxes." : "The API responded."))
        : throw _firstPageFailure;

    // Any response proves that TLS works.
    private async Task ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        using var http = new HttpMessageInvoker(transport, disposeHandler: false);
        using var attempt = new AttemptTimeout(options.Retry.AttemptTimeout, options.TimeProvider, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, address);
            using HttpResponseMessage response = await http.SendAsync(request, attempt.Token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw attempt.IsCancellationRequested
                ? new EnPowerApiException(
                    EnPowerErrorId.RequestTimedOut,
                    $"{attempt.MessageOf(address.Host)}.",
                    address,
                    exception)
                : Failure(exception, address);
        }
    }

    private static EnPowerApiException Failure(Exception exception, Uri address) =>
        TransportFailure.From(exception, address, new Redaction()).ToException(address);
}
