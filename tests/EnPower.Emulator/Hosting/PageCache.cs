using Microsoft.AspNetCore.OutputCaching;

namespace EnPower.Emulator;

/// <summary>
/// Caches complete responses, compressed or not, to minimize the load of the emulator in benchmarks. Faults precede the cache, so
/// that delays apply. Authentication follows it, so that cached pages need no token.
/// </summary>
internal sealed class PageCache : IOutputCachePolicy
{
    private const long SizeLimit = 1L << 30;

    public static void AddTo(IServiceCollection services) => services.AddOutputCache(cache =>
    {
        cache.SizeLimit = SizeLimit;
        cache.DefaultExpirationTimeSpan = TimeSpan.FromDays(1);
        cache.AddBasePolicy(
            policy => policy.AddPolicy<PageCache>().SetVaryByHeader("Accept-Encoding"), excludeDefaultPolicy: true);
    });

    public static void Use(IApplicationBuilder app)
    {
        app.UseOutputCache();
        app.Use(async (context, next) =>
        {
            await next(context);

            // Without the flush, the end of a page would be sent but not cached.
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
