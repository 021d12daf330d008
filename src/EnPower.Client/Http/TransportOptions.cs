using System.Net;

namespace EnPower.Http;

/// <summary>The options of connections.</summary>
internal sealed record TransportOptions
{
    /// <summary>Gets a value indicating whether any certificate of a server on this machine is accepted.</summary>
    public bool SkipCertificateCheck { get; init; }

    /// <summary>Gets the product that follows EnPower in the user agent, such as <c>PowerShell/7.4.6</c>.</summary>
    public string? Host { get; init; }

    /// <summary>Gets the proxy; the one of the system if <see langword="null"/>.</summary>
    public IWebProxy? Proxy { get; init; }
}
