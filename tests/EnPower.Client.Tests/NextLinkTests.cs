using EnPower.Paging;

namespace EnPower;

public sealed class NextLinkTests
{
    private static readonly Uri Request = new("https://graph-us.avepointonlineservices.com/smp/exchange/mailboxes?top=5");

    [Theory]
    [InlineData("https://graph-us.avepointonlineservices.com/smp/exchange/mailboxes?top=5&skip=5", "smp/exchange/mailboxes?top=5&skip=5")]
    [InlineData("https://GRAPH-US.avepointonlineservices.com:443/smp/exchange/mailboxes?skip=5", "smp/exchange/mailboxes?skip=5")]
    [InlineData("/smp/exchange/mailboxes?skip=5", "smp/exchange/mailboxes?skip=5")]
    [InlineData("/exchange/mailboxes?skip=5", "smp/exchange/mailboxes?skip=5")]
    [InlineData("mailboxes?skip=5", "smp/exchange/mailboxes?skip=5")]
    [InlineData("?skip=5", "smp/exchange/mailboxes?skip=5")]
    public void A_link_may_be_absolute_or_relative(string link, string expected) =>
        Assert.Equal(new Uri("https://graph-us.avepointonlineservices.com/" + expected), NextLink.Resolve(link, Request));

    [Theory]
    [InlineData("https://graph-we.avepointonlineservices.com/smp/exchange/mailboxes?skip=5")]
    [InlineData("http://graph-us.avepointonlineservices.com/smp/exchange/mailboxes?skip=5")]
    [InlineData("https://graph-us.avepointonlineservices.com:8443/smp/exchange/mailboxes?skip=5")]
    [InlineData("https://graph-us.avepointonlineservices.com.evil.example/smp/exchange/mailboxes")]
    [InlineData("https://graph-us.avepointonlineservices.com@evil.example/smp/exchange/mailboxes")]
    [InlineData("//evil.example/smp/exchange/mailboxes?skip=5")]
    [InlineData("file:///etc/passwd")]
    [InlineData("Q29udGludWU%3D")]
    public void A_link_that_the_token_may_not_go_to_is_refused(string link)
    {
        var exception = Assert.Throws<EnPowerApiException>(() => NextLink.Resolve(link, Request));

        Assert.Equal(EnPowerErrorId.InvalidNextLink, exception.ErrorId);
    }
}
