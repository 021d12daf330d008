using EnPower.Http;

namespace EnPower;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Plain", "Plain")]
    [InlineData("<p>One</p><p>Two</p>", "One Two")]
    [InlineData("One<br>Two", "One Two")]
    [InlineData("&lt;b&gt; &amp; more", "<b> & more")]
    [InlineData("<script>if (a > b) { hide(); }</script>Shown", "Shown")]
    [InlineData("<STYLE>p > a { }</STYLE>Shown", "Shown")]
    [InlineData("Before<script src='x'></script>after", "Before after")]
    [InlineData("<!-- a > b -->Shown", "Shown")]
    [InlineData("<!--<p>-->Shown", "Shown")]
    [InlineData("<a>-- Shown</a>", "-- Shown")]
    public void The_text_is_what_a_browser_shows(string html, string expected) => Assert.Equal(expected, Extract(html));

    [Theory]
    [InlineData("Shown<")]
    [InlineData("Shown<p")]
    [InlineData("Shown<!-- hidden")]
    [InlineData("Shown<!-- hidden --")]
    [InlineData("Shown<!--")]
    [InlineData("Shown<script>hidden")]
    [InlineData("Shown<script>hidden</script")]
    public void What_is_not_closed_hides_the_rest(string html) => Assert.Equal("Shown", Extract(html));

    private static string Extract(string html) =>
        string.Join(' ', HtmlText.Extract(html).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
