using System.Net;

namespace EnPower.Http;

/// <summary>How connections are made.</summary>
internal sealed record TransportOptions
{
    /// <summary>Gets a value indicating whether any certificate is taken from servers on this machine.</summary>
    public bool SkipCertificateCheck { get; init; }

    /// <summary>Gets what requests name beside EnPower, such as <c>PowerShell/7.4.6</c>.</summary>
    public string? Host { get; init; }

    /// <summary>Gets the proxy to use; the system's without one.</summary>
    public IWebProxy? Proxy { get; init; }
}
