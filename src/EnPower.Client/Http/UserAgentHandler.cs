using System.Net.Http.Headers;
using System.Reflection;

namespace EnPower.Http;

/// <summary>Names EnPower in every request: some gateways refuse requests that don't say what they come from.</summary>
internal sealed class UserAgentHandler(HttpMessageHandler transport, string? host) : DelegatingHandler(transport)
{
    private static readonly ProductInfoHeaderValue Product = new("EnPower", Version());

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.UserAgent.Clear();
        request.Headers.UserAgent.Add(Product);
        if (host is not null && ProductInfoHeaderValue.TryParse(host, out ProductInfoHeaderValue? product))
        {
            request.Headers.UserAgent.Add(product);
        }

        return base.SendAsync(request, cancellationToken);
    }

    // Without the commit that the build adds.
    private static string Version() => typeof(UserAgentHandler).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
