using System.Net;
using System.Net.Sockets;
using EnPower.Authentication;
using EnPower.Http;
using EnPower.Paging;

namespace EnPower;

/// <summary>Goes the way that every request goes, step by step, to see how far it comes.</summary>
internal sealed class ConnectionTest(
    EnPowerClientOptions options, HttpMessageHandler transport, AccessTokenCache tokens, GraphApiClient api, IRequestObserver observer)
{
    private EnPowerException? _firstPageFailure;
    private ListPage? _firstPage;

    private IEnumerable<Uri> Addresses => options.Authority is null ? [options.Endpoint] : [options.Endpoint, options.Authority];

    /// <summary>Takes all steps up to the first that fails. The others are in the result too, as not run.</summary>
    public async Task<IReadOnlyList<ConnectionTestStepResult>> RunAsync(CancellationToken cancellationToken)
    {
        (string Name, Func<CancellationToken, Task<StepOutcome>> TakeAsync)[] steps =
        [
            ("NameResolution", ResolveNamesAsync),
            ("Tls", ConnectAsync),
            ("IdentityService", DiscoverAsync),
            ("Token", GetTokenAsync),
            ("Permission", CheckPermissionAsync),
            ("FirstPage", ReadFirstPageAsync),
        ];
        var results = new List<ConnectionTestStepResult>();
        foreach ((string name, Func<CancellationToken, Task<StepOutcome>> takeAsync) in steps)
        {
            results.Add(results.Exists(static result => result.Failure is not null)
                ? new ConnectionTestStepResult(name, "A step before it failed.", HasRun: false, Failure: null)
                : await TakeAsync(name, takeAsync, cancellationToken).ConfigureAwait(false));
        }

        return results;
    }

    private static async Task<ConnectionTestStepResult> TakeAsync(
        string name, Func<CancellationToken, Task<StepOutcome>> takeAsync, CancellationToken cancellationToken)
    {
        try
        {
            StepOutcome outcome = await takeAsync(cancellationToken).ConfigureAwait(false);
            return new ConnectionTestStepResult(name, outcome.Message, outcome.HasRun, Failure: null);
        }
        catch (EnPowerException exception)
        {
            return new ConnectionTestStepResult(name, exception.Message, HasRun: true, exception);
        }
    }

    // Where there is a proxy, it resolves the names.
    private async Task<StepOutcome> ResolveNamesAsync(CancellationToken cancellationToken)
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

            cancellationToken.ThrowIfCancellationRequested();
            resolved.Add(address.Host);
        }

        return resolved.Count == 0
            ? new StepOutcome("The proxy resolves names.", HasRun: false)
            : new StepOutcome($"{string.Join(" and ", resolved.Distinct())} resolved.");
    }

    private async Task<StepOutcome> ConnectAsync(CancellationToken cancellationToken)
    {
        foreach (Uri address in Addresses)
        {
            await ConnectAsync(address, cancellationToken).ConfigureAwait(false);
        }

        return new StepOutcome($"{string.Join(" and ", Addresses.Select(static address => address.Authority))} answered over TLS.");
    }

    private async Task<StepOutcome> DiscoverAsync(CancellationToken cancellationToken)
    {
        if (options.Authority is null)
        {
            return new StepOutcome("The access token was given.", HasRun: false);
        }

        await IdentityService.UseAsync(
            options.Authority,
            options.Credential.ClientId,
            transport,
            options.Retry.AttemptTimeout,
            options.TimeProvider,
            static (service, attempt) => service.DiscoverAsync(attempt),
            cancellationToken).ConfigureAwait(false);
        return new StepOutcome($"{options.Authority.Authority} told its addresses.");
    }

    private async Task<StepOutcome> GetTokenAsync(CancellationToken cancellationToken)
    {
        AccessToken token = await tokens.GetAsync(observer, cancellationToken).ConfigureAwait(false);
        if (options.Authority is not null)
        {
            // A token that was issued before says nothing of whether the client still gets one.
            token = await tokens.RenewAsync(token, observer, cancellationToken).ConfigureAwait(false);
        }

        return new StepOutcome(token.ExpiresOn is { } end
            ? $"The token is good until {end.ToLocalTime():G}."
            : "The token doesn't say when it runs out.");
    }

    private async Task<StepOutcome> CheckPermissionAsync(CancellationToken cancellationToken)
    {
        var query = new ListQuery<Mailbox> { Top = 1 };
        try
        {
            _firstPage = await api
                .GetAsync(query.ToUri(options.Endpoint), query.ParsePage, observer, cancellationToken).ConfigureAwait(false);
        }
        catch (EnPowerApiException exception) when (exception.ErrorId is not (EnPowerErrorId.Forbidden or EnPowerErrorId.Unauthorized))
        {
            _firstPageFailure = exception;
            return new StepOutcome("The API failed before it looked at permissions.", HasRun: false);
        }

        return new StepOutcome($"The application has {GraphApiClient.Permission}.");
    }

    private Task<StepOutcome> ReadFirstPageAsync(CancellationToken cancellationToken) => _firstPageFailure is null
        ? Task.FromResult(new StepOutcome(
            _firstPage?.TotalCount is { } count ? $"The API has {count} mailboxes." : "The API answered."))
        : throw _firstPageFailure;

    // Whatever it answers: it answered over TLS.
    private async Task ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(transport, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        attempt.CancelAfter(options.Retry.AttemptTimeout);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, address);
            using HttpResponseMessage response = await http
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, attempt.Token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw attempt.IsCancellationRequested
                ? new EnPowerApiException(
                    EnPowerErrorId.RequestTimedOut,
                    $"{address.Host} did not answer within {options.Retry.AttemptTimeout.TotalSeconds:0} seconds.",
                    address,
                    exception)
                : Failure(exception, address);
        }
    }

    private static EnPowerApiException Failure(Exception exception, Uri address) =>
        TransportFailure.From(exception, address, new Redaction()).ToException(address);

    private sealed record StepOutcome(string Message, bool HasRun = true);
}
