using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace EnPower.Emulator;

/// <summary>Makes planned faults happen; those inside a page are left to the page, which finds the fault as a feature.</summary>
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
        foreach ((string name, string value) in fault.Headers ?? new Dictionary<string, string>())
        {
            response.Headers[name] = value;
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
            { Body: { } body } => RespondWithAsync(context, fault, body),
            { Status: >= 400 and int status } => ApiError.WriteAsync(context, status, "A planned fault."),
            { Status: >= 300 } => Task.CompletedTask,
            _ => next(context),
        };
    }

    private static Task RespondWithAsync(HttpContext context, Fault fault, string body)
    {
        context.Response.StatusCode = fault.Status ?? StatusCodes.Status200OK;
        context.Response.ContentType = fault.ContentType ?? "application/json; charset=utf-8";
        string text = body.Replace("{authorization}", context.Request.Headers.Authorization, StringComparison.Ordinal);
        return context.Response.WriteAsync(text, context.RequestAborted);
    }
}
