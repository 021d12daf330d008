using System.Net;
using EnPower.Connections;
using EnPower.Emulator;

namespace EnPower;

/// <summary>Through a proxy that really opens tunnels. Not beside other tests: one of these changes the system's proxy.</summary>
[Collection(nameof(ProxyTests))]
[CollectionDefinition(nameof(ProxyTests), DisableParallelization = true)]
public sealed class ProxyTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly EmulatorServer _emulator = fixture.Emulator;

    [Fact]
    public void Token_and_data_both_come_through_the_proxy()
    {
        using var proxy = new ConnectProxy();
        using Session session = Open(proxy);

        session.Run("Connect-EnPower @connect -Proxy $proxy");

        Assert.Single(session.Read("Get-EnPowerMailbox -First 1"));
        AssertTunnels(proxy);
    }

    [Fact]
    public void A_proxy_that_wants_to_know_us_is_told()
    {
        using var proxy = new ConnectProxy("user", "pass phrase");
        using Session session = Open(proxy);

        session.Run("Connect-EnPower @connect -Proxy $proxy -ProxyCredential $credential");

        Assert.Single(session.Read("Get-EnPowerMailbox -First 1"));
        AssertTunnels(proxy);
    }

    [Fact]
    public void A_proxy_that_does_not_know_us_is_an_error_of_its_own()
    {
        using var proxy = new ConnectProxy("user", "another phrase");
        using Session session = Open(proxy);

        ErrorRecord error = session.Fail("Connect-EnPower @connect -Proxy $proxy -ProxyCredential $credential");

        Assert.Equal("ProxyAuthenticationRequired,EnPower.Commands.ConnectEnPowerCommand", error.FullyQualifiedErrorId);
        Assert.StartsWith("The proxy requires authentication (407) for localhost:", error.Exception.Message);
        Assert.DoesNotContain("phrase", error.Exception.ToString());
    }

    [Fact]
    public void Without_a_proxy_of_its_own_a_connection_takes_the_systems()
    {
        using var proxy = new ConnectProxy();
        using Session session = Open(proxy);
        IWebProxy system = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new WebProxy(proxy.Address);
        try
        {
            session.Run("Connect-EnPower @connect");
        }
        finally
        {
            HttpClient.DefaultProxy = system;
        }

        Assert.Contains(_emulator.Authority.Authority, proxy.Tunnels);
    }

    [Theory]
    [InlineData("-ProxyUseDefaultCredentials", "are for the proxy that -Proxy names, which is missing.")]
    [InlineData("-ProxyCredential $credential", "are for the proxy that -Proxy names, which is missing.")]
    [InlineData("-Proxy $proxy -ProxyCredential $credential -ProxyUseDefaultCredentials", "exclude each other.")]
    [InlineData("-Proxy proxy.example:8080", "-Proxy takes an address such as http://proxy.example:8080,")]
    [InlineData("-Proxy http://user:phrase@proxy.example:8080", "without user and password: those go into -ProxyCredential.")]
    public void Parameters_that_contradict_each_other_are_refused_before_any_request(string parameters, string reason)
    {
        using var proxy = new ConnectProxy();
        using Session session = Open(proxy);
        _emulator.Requests.Clear();

        ErrorRecord error = session.Fail($"Connect-EnPower @connect {parameters}");

        Assert.Equal("InvalidProxy,EnPower.Commands.ConnectEnPowerCommand", error.FullyQualifiedErrorId);
        Assert.Contains(reason, error.Exception.Message);
        Assert.Empty(_emulator.Requests.Snapshot());
        Assert.DoesNotContain("phrase", error.Exception.Message);
    }

    [Fact]
    public void Default_credentials_are_those_of_the_user()
    {
        var address = new Uri("http://proxy.example:8080");

        Assert.Same(
            CredentialCache.DefaultCredentials,
            ProxySettings.Create(address, credential: null, useDefaultCredentials: true)!.Credentials);
        Assert.Null(ProxySettings.Create(address, credential: null, useDefaultCredentials: false)!.Credentials);
    }

    // A request may open a connection of its own where the one before it is about to be free.
    private void AssertTunnels(ConnectProxy proxy) => Assert.Equal(
        new HashSet<string> { _emulator.Authority.Authority, _emulator.Endpoint.Authority }, proxy.Tunnels.ToHashSet());

    private Session Open(ConnectProxy proxy)
    {
        var session = new Session(_emulator);
        session.Set("proxy", proxy.Address);
        session.Set("credential", new PSCredential("user", Session.Secure("pass phrase")));
        return session;
    }
}
