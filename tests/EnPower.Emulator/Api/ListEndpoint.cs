using System.Globalization;

namespace EnPower.Emulator;

/// <summary>Serves any <see cref="IListResource"/>, with page size, tenant, continuation and envelope.</summary>
internal sealed class ListEndpoint(IListResource resource, TenantDirectory tenants, TimeSpan latency)
{
    private const int DefaultTop = 100;
    private const int MaximumTop = 1000;

    private static readonly EmptySelection Nothing = new();

    public async Task ServeAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        int top = TopOf(request.Query);
        IListSelection selection = SelectionOf(request);
        long start = StartOf(request.Query, selection.Count);
        long end = Math.Min(start + top, selection.Count);

        if (latency > TimeSpan.Zero)
        {
            await Task.Delay(latency, context.RequestAborted);
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        var page = new ListPage
        {
            ItemsName = resource.ItemsName,
            Selection = selection,
            Start = start,
            End = end,
            NextLink = end < selection.Count ? NextLinkOf(request, end) : "",
            Fault = context.Features.Get<Fault>(),
        };
        await page.WriteAsync(context.Response.BodyWriter, context.RequestAborted);
    }

    private static int TopOf(IQueryCollection query)
    {
        if (!query.TryGetValue("top", out var text))
        {
            return DefaultTop;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int top)
            && top is >= 1 and <= MaximumTop
                ? top
                : throw new BadHttpRequestException($"The parameter 'top' must be an integer from 1 to {MaximumTop}.");
    }

    private static long StartOf(IQueryCollection query, long count)
    {
        if (!query.TryGetValue(Continuation.ParameterName, out var text))
        {
            return 0;
        }

        return Continuation.TryDecode(text.ToString(), out long position) && position >= 0 && position <= count
            ? position
            : throw new BadHttpRequestException($"The parameter '{Continuation.ParameterName}' is not valid.");
    }

    private static string NextLinkOf(HttpRequest request, long position)
    {
        IEnumerable<string> query = (request.QueryString.Value ?? "")
            .TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => !part.StartsWith(Continuation.ParameterName + "=", StringComparison.OrdinalIgnoreCase))
            .Append($"{Continuation.ParameterName}={Continuation.Encode(position)}");
        return $"{request.Scheme}://{request.Host}{request.PathBase}{request.Path}?{string.Join('&', query)}";
    }

    private IListSelection SelectionOf(HttpRequest request)
    {
        string tenant = request.Query["tenant"].ToString();
        IListSelection all = resource.Select(tenants.Find(tenant), request);
        return tenant.Length > 0 && tenants.Find(tenant) is null ? Nothing : all;
    }
}
