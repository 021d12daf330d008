using EnPower.RawRequests;

namespace EnPower;

public sealed class RequestAddressTests
{
    private static readonly Uri Endpoint = new("https://graph-us.avepointonlineservices.com/");

    [Theory]
    [InlineData("/smp/powerplatform/environments")]
    [InlineData("smp/powerplatform/environments")]
    [InlineData("/powerplatform/environments")]
    [InlineData("powerplatform/environments")]
    [InlineData("powerplatform/environments/")]
    [InlineData("https://graph-us.avepointonlineservices.com/smp/powerplatform/environments")]
    [InlineData("https://GRAPH-US.avepointonlineservices.com/powerplatform/environments")]
    [InlineData("https://graph-us.avepointonlineservices.com:443/smp/powerplatform/environments")]
    [InlineData("HTTPS://graph-us.avepointonlineservices.com:0443/smp/powerplatform/environments")]
    public void A_path_goes_with_and_without_service_and_endpoint(string address) =>
        Assert.Equal("smp/powerplatform/environments", RequestAddress.Parse(address, Endpoint).Path);

    [Theory]
    [InlineData("bot/a:b", "smp/bot/a:b")]
    [InlineData("/a:b/c", "smp/a:b/c")]
    [InlineData("powerapps/Zürich 1/launches", "smp/powerapps/Z%C3%BCrich%201/launches")]
    public void An_identifier_can_have_any_other_character(string address, string expected) => Assert.Equal(
        "https://graph-us.avepointonlineservices.com/" + expected,
        new RawTextQuery(RequestAddress.Parse(address, Endpoint)).ToUri(Endpoint).AbsoluteUri);

    [Fact]
    public void An_endpoint_can_have_a_path_of_its_own()
    {
        var endpoint = new Uri("https://gateway.example/graph/");

        Assert.Equal("smp/x", RequestAddress.Parse("https://gateway.example/graph/smp/x", endpoint).Path);
        Assert.Throws<EnPowerException>(() => RequestAddress.Parse("https://gateway.example/other/smp/x", endpoint));
    }

    [Theory]
    [InlineData("https://graph-we.avepointonlineservices.com/smp/x")]
    [InlineData("http://graph-us.avepointonlineservices.com/smp/x")]
    [InlineData("https://graph-us.avepointonlineservices.com:8443/smp/x")]
    [InlineData("https://graph-us.avepointonlineservices.com.evil.example/smp/x")]
    [InlineData("https://graph-us.avepointonlineservices.com@evil.example/smp/x")]
    [InlineData("https://user@graph-us.avepointonlineservices.com/smp/x")]
    [InlineData("//evil.example/smp/x")]
    [InlineData("/\\evil.example/smp/x")]
    [InlineData("https:graph-us.avepointonlineservices.com/smp/x")]
    [InlineData("https:/graph-us.avepointonlineservices.com/smp/x")]
    [InlineData("https://graph-us.avepointonlineservices.com:443@evil.example/smp/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert")]
    public void An_address_on_another_server_is_refused(string address) => AssertRefused(address);

    [Fact]
    public void The_error_for_another_server_says_what_is_allowed() => Assert.Contains(
        $"is neither a path nor an address that starts with {Endpoint.AbsoluteUri}",
        Assert.Throws<EnPowerException>(() => RequestAddress.Parse("https://evil.example/smp/x", Endpoint)).Message);

    [Theory]
    [InlineData("/smp/../connect/token")]
    [InlineData("../connect/token")]
    [InlineData("/smp/./x")]
    [InlineData("/smp/x/..")]
    [InlineData("/smp/%2e%2e/x")]
    [InlineData("/smp/%2E./x")]
    [InlineData("/smp/%252e%252e/x")]
    [InlineData("/smp/..%2fx")]
    [InlineData("/smp/x%2F..%2Fy")]
    [InlineData("/smp/..%5cx")]
    [InlineData("/smp/%2fx")]
    [InlineData("/smp/%5cx")]
    [InlineData("/smp\\..\\x")]
    [InlineData("https://graph-us.avepointonlineservices.com/smp/../x")]
    public void A_path_that_climbs_is_refused(string address) => AssertRefused(address);

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("?top=5")]
    [InlineData("/smp//x")]
    [InlineData("/smp/x#top")]
    [InlineData("/smp/x\r\nHost: evil.example")]
    [InlineData("/smp/x%0d%0aHost: evil.example")]
    [InlineData("/smp/x?a=\n")]
    [InlineData("/smp/powerplatform/bot/{botId}/activities")]
    public void A_path_that_is_none_is_refused(string address) => AssertRefused(address);

    [Theory]
    [InlineData(
        "/smp/powerplatform/bot/{botId}/activities",
        "contains {botId}, a placeholder for an identifier. "
        + "Replace it with an id of /smp/powerplatform/bot, which Invoke-EnPowerRequest /smp/powerplatform/bot lists")]
    [InlineData("/smp/unknown/{id}", "contains {id}, a placeholder for an identifier")]
    public void A_placeholder_is_refused_with_the_list_that_has_the_identifier(string address, string reason) => Assert.Contains(
        reason + '.', Assert.Throws<EnPowerException>(() => RequestAddress.Parse(address, Endpoint)).Message);

    [Theory]
    [InlineData("/smp//x", "The path contains an empty segment or a dot segment.")]
    [InlineData("/smp/%2e%2e/x", "The path contains an empty segment or a dot segment.")]
    [InlineData("/smp/..%2fx", "The path contains an encoded slash, backslash or control character.")]
    [InlineData("/smp/x%0d", "The path contains an encoded slash, backslash or control character.")]
    [InlineData("/smp/x#top", "The path contains a control character, a backslash or a #.")]
    public void The_error_says_what_a_path_must_not_contain(string address, string message) => Assert.Equal(
        message, Assert.Throws<EnPowerException>(() => RequestAddress.Parse(address, Endpoint)).Message);

    [Fact]
    public void A_query_in_the_path_is_read()
    {
        RequestAddress address = RequestAddress.Parse("bot?top=5&tenant=a%26b+c&flag&=", Endpoint);

        Assert.Equal("smp/bot", address.Path);
        Assert.Equal([("top", "5"), ("tenant", "a&b c"), ("flag", ""), ("", "")], address.Query);
    }

    [Fact]
    public void What_the_query_holds_never_changes_the_path()
    {
        Uri uri = new RawTextQuery(RequestAddress.Parse("bot", Endpoint).With([("a/../b?", "/../x&y=z#f")])).ToUri(Endpoint);

        Assert.Equal("https://graph-us.avepointonlineservices.com/smp/bot?a%2F..%2Fb%3F=%2F..%2Fx%26y%3Dz%23f", uri.AbsoluteUri);
    }

    [Fact]
    public void Nothing_is_asked_that_was_not_written() =>
        Assert.Equal(
            "https://graph-us.avepointonlineservices.com/smp/bot",
            new RawTextQuery(RequestAddress.Parse("bot", Endpoint)).ToUri(Endpoint).AbsoluteUri);

    [Fact]
    public void Parameters_add_to_those_in_the_path() =>
        Assert.Equal([("top", "5"), ("tenant", "x")], RequestAddress.Parse("bot?top=5", Endpoint).With([("tenant", "x")]).Query);

    [Theory]
    [InlineData("TOP", "The query parameter TOP is set twice.")]
    [InlineData("", "A query parameter has no name.")]
    public void A_parameter_without_a_name_or_given_twice_is_refused(string name, string message)
    {
        var exception = Assert.Throws<EnPowerException>(() => RequestAddress.Parse("bot?top=5", Endpoint).With([(name, "x")]));

        Assert.Equal((EnPowerErrorId.InvalidQuery, message), (exception.ErrorId, exception.Message));
    }

    private static void AssertRefused(string address) => Assert.Equal(
        EnPowerErrorId.InvalidPath, Assert.Throws<EnPowerException>(() => RequestAddress.Parse(address, Endpoint)).ErrorId);
}
