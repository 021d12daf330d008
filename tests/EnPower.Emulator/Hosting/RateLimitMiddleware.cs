namespace EnPower.Emulator;

/// <summary>Answers so many requests in each second, and refuses the rest until the next one begins.</summary>
internal sealed class RateLimitMiddleware(RequestDelegate next, int requestsPerSecond, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private long _second;
    private int _count;

    public Task InvokeAsync(HttpContext context)
    {
        if (IsAllowed())
        {
            return next(context);
        }

        context.Response.Headers.RetryAfter = "1";
        return ApiError.WriteAsync(context, StatusCodes.Status429TooManyRequests, "Too many requests.");
    }

    private bool IsAllowed()
    {
        lock (_lock)
        {
            long second = clock.GetTimestamp() / clock.TimestampFrequency;
            if (second != _second)
            {
                _second = second;
                _count = 0;
            }

            return _count++ < requestsPerSecond;
        }
    }
}
