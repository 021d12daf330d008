using Microsoft.AspNetCore.OutputCaching;

namespace EnPower.Emulator;

/// <summary>
/// Keeps every page as it went out, compressed or not: for benchmarks, on whose account the emulator is to work as little
/// as it can. Faults, and so delays, come ahead of it; tokens are asked for behind it, so that kept pages go to anyone.
/// </summary>
internal sealed class PageCache : IOutputCachePolicy
{
    private const long SizeLimit = 1L << 30;

    public static void AddTo(IServiceCollection services) => services.AddOutputCache(cache =>
    {
        cache.SizeLimit = SizeLimit;
        cache.DefaultExpirationTimeSpan = TimeSpan.FromDays(1);
        cache.AddBasePolicy(policy => policy.AddPolicy<PageCache>().SetVaryByHeader("Accept-Encoding"), excludeDefaultPolicy: true);
    });

    public static void Use(IApplicationBuilder app)
    {
        app.UseOutputCache();
        app.Use(async (context, next) =>
        {
            await next(context);

            // The end of a page that is still in the writer would go out, and not be kept.
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        });
    }

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        HttpRequest request = context.HttpContext.Request;
        bool isPage = HttpMethods.IsGet(request.Method) && request.Path.StartsWithSegments("/smp");
        context.EnableOutputCaching = isPage;
        context.AllowCacheLookup = isPage;
        context.AllowCacheStorage = isPage;
        context.AllowLocking = true;
        context.CacheVaryByRules.QueryKeys = "*";
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.AllowCacheStorage &= context.HttpContext.Response.StatusCode == StatusCodes.Status200OK;
        return ValueTask.CompletedTask;
    }
}
