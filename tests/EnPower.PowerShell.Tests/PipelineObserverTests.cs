using System.Net;
using EnPower.Http;
using EnPower.Pipeline;

namespace EnPower;

/// <summary>What a command says about its requests, and in which stream.</summary>
public sealed class PipelineObserverTests
{
    private readonly PipelineObserver _observer = new();

    [Theory]
    [InlineData(5, "WriteVerbose", "The API failed. Retry 2 of 8 follows in 5 seconds.")]
    [InlineData(5.25, "WriteWarning", "The API failed. Retry 2 of 8 follows in 5.3 seconds.")]
    public void A_long_wait_for_a_retry_is_a_warning(double seconds, string stream, string text)
    {
        _observer.Retrying(new RetryNotice("The API failed", TimeSpan.FromSeconds(seconds), Retry: 2, MaximumRetryCount: 8));

        Assert.Equal([(stream, text)], Written());
    }

    [Theory]
    [InlineData(5, "WriteVerbose", "The API is throttling this connection. Requests are held back for 5 seconds.")]
    [InlineData(5.25, "WriteWarning", "The API is throttling this connection. Requests are held back for 5.3 seconds.")]
    public void A_long_hold_is_a_warning(double seconds, string stream, string text)
    {
        _observer.Holding(TimeSpan.FromSeconds(seconds));

        Assert.Equal([(stream, text)], Written());
    }

    [Theory]
    [InlineData(1, "1 request")]
    [InlineData(2, "2 requests")]
    public void The_end_of_a_hold_says_how_many_requests_may_be_in_flight(int inFlight, string requests)
    {
        _observer.GoingOn(inFlight);

        Assert.Equal(
            [("WriteVerbose", $"The API no longer throttles this connection. It continues with {requests} in flight.")],
            Written());
    }

    [Fact]
    public void A_new_token_has_an_end_or_none_that_is_known()
    {
        DateTimeOffset end = DateTimeOffset.UnixEpoch.AddYears(60);

        _observer.TokenAcquired(new Uri("https://identity.example/"), end);
        _observer.TokenAcquired(new Uri("https://identity.example/"), expiresOn: null);

        Assert.Equal(
            [
                ("WriteVerbose", $"New access token from https://identity.example/, valid until {end.ToLocalTime():G}"),
                ("WriteVerbose", "New access token from https://identity.example/, with an unknown expiry"),
            ],
            Written());
    }

    [Fact]
    public void A_response_has_its_address_for_the_user_and_its_figures_for_support()
    {
        _observer.Responded(new HttpExchange(
            new Uri("https://api.example/smp"),
            HttpStatusCode.NotFound,
            HttpVersion.Version20,
            TimeSpan.FromMilliseconds(1234.4),
            "r"));

        Assert.Equal(
            [
                ("WriteVerbose", "GET https://api.example/smp"),
                ("WriteDebug", "404 NotFound over HTTP/2.0 after 1234 ms, request r"),
            ],
            Written());
    }

    [Fact]
    public void Messages_come_in_their_order_while_the_work_goes_on_and_at_its_end()
    {
        var work = new TaskCompletionSource();
        var runtime = RecordingRuntime.Create();
        _observer.GoingOn(1);
        runtime.Wrote += (_, _) =>
        {
            if (!work.Task.IsCompleted)
            {
                _observer.GoingOn(3);
                work.SetResult();
            }
        };

        _observer.WriteUntilDone(work.Task, runtime.Command, TestContext.Current.CancellationToken);

        Assert.Collection(
            runtime.Messages,
            first => Assert.Contains(" 1 request ", first.Text),
            last => Assert.Contains(" 3 requests ", last.Text));
    }

    [Fact]
    public void A_command_that_is_stopped_waits_no_longer()
    {
        using var stopping = new CancellationTokenSource();
        stopping.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(
            () => _observer.WriteUntilDone(new TaskCompletionSource().Task, RecordingRuntime.Create().Command, stopping.Token));
    }

    private List<(string Stream, string Text)> Written()
    {
        var runtime = RecordingRuntime.Create();
        _observer.WriteUntilDone(Task.CompletedTask, runtime.Command, TestContext.Current.CancellationToken);
        return runtime.Messages;
    }
}
