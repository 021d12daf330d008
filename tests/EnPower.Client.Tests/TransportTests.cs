using System.Net;
using EnPower.Http;

namespace EnPower;

public sealed class TransportTests
{
    private static readonly Uri Address = new("https://graph-us.avepointonlineservices.com/");

    [Theory]
    [InlineData("http://proxy.example:8080", false, true)]
    [InlineData("http://proxy.example:8080", true, false)]
    [InlineData("https://graph-us.avepointonlineservices.com/", false, false)]
    [InlineData(null, false, false)]
    public void A_proxy_is_used_for_addresses_that_it_neither_bypasses_nor_leaves_as_they_are(
        string? proxy,
        bool bypasses,
        bool isUsed) =>
        Assert.Equal(isUsed, Transport.UsesProxy(new TransportOptions { Proxy = new Proxy(proxy, bypasses) }, Address));

    private sealed class Proxy(string? address, bool bypasses) : IWebProxy
    {
        public ICredentials? Credentials { get; set; }

        public Uri? GetProxy(Uri destination) => address is null ? null : new Uri(address);

        public bool IsBypassed(Uri host) => bypasses;
    }
}
