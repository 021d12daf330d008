using Microsoft.AspNetCore.Connections;
using OpenIddict.Abstractions;

namespace EnPower.Emulator;

/// <summary>The middleware of API requests.</summary>
internal static class ApiPipeline
{
    public static void UseApi(this IApplicationBuilder api, Action<IEndpointRouteBuilder> mapResources)
    {
        api.Use(AnswerBadRequestsAsync);
        api.UseRouting();

        // Before authentication, because its middleware would also serve the routes of the identity service on this port.
        api.Use(RefuseUnknownPathsAsync);
        api.UseAuthentication();
        api.Use(RequireScopeAsync);
        api.UseEndpoints(mapResources);
    }

    private static async Task AnswerBadRequestsAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            await ApiError.WriteAsync(context, e.StatusCode, e.Message);
        }
        catch (Exception e) when (e is OperationCanceledException or ConnectionResetException)
        {
            // The client has disconnected.
        }
    }

    private static Task RefuseUnknownPathsAsync(HttpContext context, RequestDelegate next)
    {
        return context.GetEndpoint() is null
            ? ApiError.WriteAsync(context, StatusCodes.Status404NotFound, "There is no such resource.")
            : next(context);
    }

    private static async Task RequireScopeAsync(HttpContext context, RequestDelegate next)
    {
        var access = context.RequestServices.GetRequiredService<ClientAccess>();
        if (await IdentityService.AuthenticateBearerAsync(context, access) is not { } bearer)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            await ApiError.WriteAsync(
                context, StatusCodes.Status401Unauthorized, "The access token is missing, invalid or expired.");
        }
        else if (!bearer.HasScope(IdentityService.Scope))
        {
            await ApiError.WriteAsync(
                context, StatusCodes.Status403Forbidden, $"The permission {IdentityService.Scope} is required.");
        }
        else
        {
            await next(context);
        }
    }
}
