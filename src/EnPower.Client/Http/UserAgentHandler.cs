using System.Net.Http.Headers;
using System.Reflection;

namespace EnPower.Http;

/// <summary>Sets the user agent of every request. Some gateways reject requests without one.</summary>
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

    // The build appends the commit after a plus sign.
    private static string Version() => typeof(UserAgentHandler).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
