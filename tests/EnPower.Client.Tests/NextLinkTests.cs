using System.Text;
using EnPower.Http;
using EnPower.Paging;

namespace EnPower;

public sealed class NextLinkTests
{
    private static readonly Uri Request = new("https://graph-us.avepointonlineservices.com/smp/exchange/mailboxes?top=5");

    [Theory]
    [InlineData(
        "https://graph-us.avepointonlineservices.com/smp/exchange/mailboxes?top=5&skip=5", "smp/exchange/mailboxes?top=5&skip=5")]
    [InlineData("https://GRAPH-US.avepointonlineservices.com:443/smp/exchange/mailboxes?skip=5", "smp/exchange/mailboxes?skip=5")]
    [InlineData("/smp/exchange/mailboxes?skip=5", "smp/exchange/mailboxes?skip=5")]
    [InlineData("/exchange/mailboxes?skip=5", "smp/exchange/mailboxes?skip=5")]
    [InlineData("mailboxes?skip=5", "smp/exchange/mailboxes?skip=5")]
    [InlineData("?skip=5", "smp/exchange/mailboxes?skip=5")]
    [InlineData("?token=+RID:~abc#RT:1", "smp/exchange/mailboxes?token=+RID:~abc%23RT:1")]
    public void A_link_may_be_absolute_or_relative(string link, string expected) =>
        Assert.Equal(new Uri("https://graph-us.avepointonlineservices.com/" + expected), new NextLink(link, Request).Resolve());

    [Fact]
    public void An_address_without_a_server_is_none_that_the_token_may_go_to()
    {
        var exception = Assert.Throws<EnPowerApiException>(
            () => new Uri("/smp/exchange/mailboxes", UriKind.Relative).RequireOriginOf(Request));

        Assert.Equal(EnPowerErrorId.InvalidNextLink, exception.ErrorId);
        Assert.Equal(
            "The link to the page leads to no host. "
            + "The access token is sent to https://graph-us.avepointonlineservices.com only.",
            exception.Message);
    }

    [Theory]
    [InlineData(
        "https://graph-we.avepointonlineservices.com/smp/exchange/mailboxes?skip=5",
        "leads to https://graph-we.avepointonlineservices.com.")]
    [InlineData(
        "http://graph-us.avepointonlineservices.com/smp/exchange/mailboxes?skip=5",
        "leads to http://graph-us.avepointonlineservices.com.")]
    [InlineData(
        "https://graph-us.avepointonlineservices.com:8443/smp/exchange/mailboxes?skip=5",
        "leads to https://graph-us.avepointonlineservices.com:8443.")]
    [InlineData(
        "https://graph-us.avepointonlineservices.com.evil.example/smp/exchange/mailboxes",
        "leads to https://graph-us.avepointonlineservices.com.evil.example.")]
    [InlineData(
        "https://graph-us.avepointonlineservices.com@evil.example/smp/exchange/mailboxes",
        "leads to https://evil.example.")]
    [InlineData("//evil.example/smp/exchange/mailboxes?skip=5", "leads to https://evil.example.")]
    [InlineData("file:///etc/passwd", "leads to ")]
    [InlineData("Q29udGludWU%3D", "is a bare token")]
    [InlineData("//\u202e", "is not a valid address")]
    [InlineData("https://[", "is not a valid address")]
    [InlineData("\uFFFD", "is a bare token")]
    public void A_link_that_the_token_may_not_go_to_is_refused(string link, string reason)
    {
        var exception = Assert.Throws<EnPowerApiException>(() => new NextLink(link, Request).Resolve());

        Assert.Equal(EnPowerErrorId.InvalidNextLink, exception.ErrorId);
        Assert.Contains(reason, exception.Message);
    }

    [Theory]
    [InlineData("""{"mailboxes":[],"totalCount":9,"nextLink":"?skip=5"}""")]
    [InlineData("""{ "nextLink" : "?skip=5", "mailboxes": [ { "displayName": "\"nextLink\":\"?skip=6\"" } ] }""")]
    [InlineData("""{"nextLink":"\u003Fskip=5"}""")]
    [InlineData("""{"mailboxes":[{"id":]],"nextLink":"?skip=5"}""")]
    public void A_link_is_found_in_a_page_that_is_yet_to_be_parsed(string page) =>
        Assert.Equal(new NextLink("?skip=5", Request), Find(page));

    [Theory]
    [InlineData("""{"mailboxes":[],"totalCount":9,"nextLink":""}""")]
    [InlineData("""{"mailboxes":[],"totalCount":9,"nextLink":null}""")]
    [InlineData("""{"mailboxes":[],"nextLink":5}""")]
    [InlineData("""{"mailboxes":[]}""")]
    [InlineData("""{"mailboxes":[],"nextLink":"?ski""")]
    [InlineData("""{"mailboxes":[],"nextLink":"N/A"}""")]
    [InlineData("""{"mailboxes":[],"nextLink":?""")]
    [InlineData("""{"mailboxes":[],"nextLink""" + "\"")]
    [InlineData("")]
    public void Where_there_is_none_none_is_found(string page) => Assert.Null(Find(page));

    private static NextLink? Find(string page) => NextLink.Find(Encoding.UTF8.GetBytes(page), Request);
}
