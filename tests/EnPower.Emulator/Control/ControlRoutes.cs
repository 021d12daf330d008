using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnPower.Emulator;

/// <summary>The routes that control the emulator from another process.</summary>
internal static class ControlRoutes
{
    public const string Prefix = "/emulator";

    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web)
    {
        // Otherwise a misspelt effect would be ignored silently.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static void UseControl(this IApplicationBuilder control)
    {
        control.UseRouting();
        control.UseEndpoints(routes =>
        {
            routes.MapGet(Prefix + "/requests", ListRequestsAsync);
            routes.MapDelete(Prefix + "/requests", Do<RequestLog>(log => log.Clear()));
            routes.MapPost(Prefix + "/faults", AddFaultsAsync);
            routes.MapDelete(Prefix + "/faults", Do<FaultPlan>(plan => plan.Clear()));
            routes.MapPost(Prefix + "/invalidate-tokens", Do<ClientAccess>(access => access.InvalidateTokens()));
            routes.MapPost(Prefix + "/revoke-client", Do<ClientAccess>(access => access.Revoke()));
        });
    }

    private static RequestDelegate Do<TService>(Action<TService> action)
        where TService : notnull
    {
        return context =>
        {
            action(context.RequestServices.GetRequiredService<TService>());
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        };
    }

    private static Task ListRequestsAsync(HttpContext context)
    {
        var log = context.RequestServices.GetRequiredService<RequestLog>();
        return context.Response.WriteAsJsonAsync(log.Snapshot(), JsonOptions, context.RequestAborted);
    }

    private static async Task AddFaultsAsync(HttpContext context)
    {
        var plan = context.RequestServices.GetRequiredService<FaultPlan>();
        try
        {
            Fault[]? faults = await JsonSerializer.DeserializeAsync<Fault[]>(
                context.Request.Body, JsonOptions, context.RequestAborted);
            foreach (Fault fault in faults ?? [])
            {
                plan.Add(fault);
            }

            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        catch (JsonException e)
        {
            await ApiError.WriteAsync(context, StatusCodes.Status400BadRequest, e.Message);
        }
    }
}
