namespace EnPower.Emulator;

internal sealed class RequestLogMiddleware(RequestDelegate next, RequestLog log, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        RequestLog.Entry entry = log.Add(new LoggedRequest
        {
            Time = time.GetUtcNow(),
            Method = request.Method,
            Host = request.Host.Value ?? "",
            Path = request.Path.Value ?? "",
            Query = request.QueryString.Value ?? "",
            Protocol = request.Protocol,
            Connection = context.Connection.Id,
            AcceptEncoding = request.Headers.AcceptEncoding.ToString(),
            UserAgent = request.Headers.UserAgent.ToString(),
            HasAuthorization = request.Headers.Authorization.Count > 0,
        });

        // Before the headers are sent, so that a client with its response finds the request in the log.
        context.Response.OnStarting(() =>
        {
            log.Answer(entry, context.Response.StatusCode);
            return Task.CompletedTask;
        });

        await using CancellationTokenRegistration aborted = context.RequestAborted.Register(() => log.Abort(entry));
        await next(context);
    }
}
