using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace EnPower.Emulator;

/// <summary>Applies planned faults. Faults inside a page are passed to the page as a request feature.</summary>
internal sealed class FaultMiddleware(
    RequestDelegate next, FaultPlan plan, ClientAccess access, IHostApplicationLifetime lifetime)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (plan.Next(context.Request.Path.Value ?? "", context.Request.QueryString.Value) is not { } fault)
        {
            await next(context);
            return;
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            await ApplyAsync(context, fault, ending.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or ConnectionAbortedException)
        {
            context.Abort();
        }
    }

    private async Task ApplyAsync(HttpContext context, Fault fault, CancellationToken ending)
    {
        if (fault.Delay is { } delay)
        {
            await Task.Delay(delay, ending);
        }

        if (fault.ExpireTokens)
        {
            access.InvalidateTokens();
        }

        if (fault.Hang)
        {
            await Task.Delay(Timeout.Infinite, ending);
        }

        if (fault.Abort)
        {
            throw new ConnectionAbortedException();
        }

        context.Features.Set(fault);
        context.Response.OnStarting(() =>
        {
            Relabel(context.Response, fault);
            return Task.CompletedTask;
        });
        await RespondShapedAsync(context, fault, ending);
    }

    private static void Relabel(HttpResponse response, Fault fault)
    {
        response.StatusCode = fault.Status ?? response.StatusCode;
        response.ContentType = fault.ContentType ?? response.ContentType;
        response.ContentLength = fault.ContentLength ?? response.ContentLength;
        foreach ((string name, string value) in fault.Headers ?? new Dictionary<string, string>())
        {
            response.Headers[name] = value.Length == 0
                ? StringValues.Empty
                : value.Replace(
                    "{authorization}", response.HttpContext.Request.Headers.Authorization, StringComparison.Ordinal);
        }

        if (fault.ContentEncoding is { } encoding)
        {
            response.Headers.ContentEncoding = encoding;
        }
    }

    private async Task RespondShapedAsync(HttpContext context, Fault fault, CancellationToken ending)
    {
        if (fault is { AbortAfterBytes: null, StallAfterBytes: null, BytesPerSecond: null })
        {
            await RespondAsync(context, fault);
            return;
        }

        IHttpResponseBodyFeature wire = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        await using var stream = new FaultyBodyStream(wire.Stream, fault, ending);
        var shaped = new StreamResponseBodyFeature(stream, wire);
        context.Features.Set<IHttpResponseBodyFeature>(shaped);
        try
        {
            await RespondAsync(context, fault);
            await shaped.CompleteAsync();
        }
        finally
        {
            context.Features.Set(wire);
        }
    }

    private Task RespondAsync(HttpContext context, Fault fault)
    {
        return fault switch
        {
            { Endless: true } => RespondEndlesslyAsync(context, fault),
            { BodyData: { } data } => RespondWithAsync(context, fault, data),
            { Body: { } body } => RespondWithAsync(context, fault, body),
            { Status: >= 400 and int status } => ApiError.WriteAsync(context, status, "A planned fault."),
            { Status: >= 300 } => Task.CompletedTask,
            _ => next(context),
        };
    }

    private static async Task RespondWithAsync(HttpContext context, Fault fault, string body)
    {
        string authorization = context.Request.Headers.Authorization.ToString();
        string text = body
            .Replace("{authorization}", authorization, StringComparison.Ordinal)
            .Replace("{escaped:authorization}", string.Concat(authorization.Select(Escape)), StringComparison.Ordinal);
        if (text.Contains("{form}", StringComparison.Ordinal))
        {
            using var form = new StreamReader(context.Request.Body);
            text = text.Replace("{form}", await form.ReadToEndAsync(context.RequestAborted), StringComparison.Ordinal);
        }

        await RespondWithAsync(context, fault, Encoding.UTF8.GetBytes(text));
    }

    private static string Escape(char character) => $"\\u{(int)character:x4}";

    private static async Task RespondWithAsync(HttpContext context, Fault fault, byte[] body)
    {
        Begin(context.Response, fault);
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
        if (fault.ContentLength > body.Length)
        {
            // Without waiting, the server would close the connection, because the body is shorter than its declared length.
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }
    }

    private static async Task RespondEndlesslyAsync(HttpContext context, Fault fault)
    {
        Begin(context.Response, fault);
        byte[] segment = new byte[64 * 1024];
        segment.AsSpan().Fill((byte)'x');
        while (true)
        {
            await context.Response.Body.WriteAsync(segment, context.RequestAborted);
        }
    }

    private static void Begin(HttpResponse response, Fault fault)
    {
        response.StatusCode = fault.Status ?? StatusCodes.Status200OK;
        response.ContentType = fault.ContentType ?? "application/json; charset=utf-8";
        if (fault.ContentEncoding is { } encoding)
        {
            // Set before the body, so that it is not compressed again.
            response.Headers.ContentEncoding = encoding;
        }
    }
}
