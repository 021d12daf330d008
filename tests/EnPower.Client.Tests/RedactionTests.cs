using System.Net;
using EnPower.Authentication;
using EnPower.Http;

namespace EnPower;

public sealed class RedactionTests
{
    private const string Secret = "tok+can/ary~=&<é>";

    [Theory]
    [InlineData("tok+can/ary~=&<é>")]
    [InlineData("tok\\u002Bcan\\/ary~=&\\u003cé>")]
    [InlineData("tok\\\\u002bcan\\\\/ary~=&<é>")]
    [InlineData("tok%2Bcan%2Fary~%3d%26%3Cé%3e")]
    [InlineData("tok&#43;can&#x2F;ary~=&amp;&lt;é&gt;")]
    public void A_secret_is_hidden_in_any_form(string form) =>
        Assert.Equal("You sent … and more", new Redaction(Secret).Apply($"You sent {form} and more"));

    [Fact]
    public void A_secret_is_hidden_as_requests_carry_it()
    {
        Assert.Equal("a=…", new Redaction(Secret).Apply($"a={Uri.EscapeDataString(Secret)}"));
        Assert.Equal("a=…", new Redaction(Secret).Apply($"a={WebUtility.UrlEncode(Secret)}"));
    }

    [Fact]
    public void A_secret_that_is_cut_by_the_end_of_the_text_is_hidden() =>
        Assert.Equal("You sent …", new Redaction(Secret).Apply("You sent tok+can/ary"));

    [Theory]
    [InlineData("100 %, a+b, C:\\temp & more; &#; &#x; %zz \\u12")]
    [InlineData("C:\\temp\\")]
    [InlineData("50 %2")]
    [InlineData("token")]
    [InlineData("")]
    public void All_other_text_stays(string text) => Assert.Equal(text, new Redaction(Secret).Apply(text));

    [Fact]
    public void An_empty_secret_hides_nothing() => Assert.Equal("text", new Redaction("").Apply("text"));

    [Fact]
    public void A_secret_that_ends_with_a_backslash_is_hidden_at_the_end_of_a_text() =>
        Assert.Equal("a …", new Redaction("can/ary\\").Apply("a can\\/ary\\\\"));

    [Fact]
    public void A_secret_that_looks_escaped_is_hidden() => Assert.Equal("a … b", new Redaction("50%25+x").Apply("a 50%25+x b"));

    [Fact]
    public void A_line_is_cut_after_500_characters_and_never_in_the_middle_of_one()
    {
        Assert.Equal(new string('x', 500), ServerText.ToLine(new string('x', 500), new Redaction()));
        Assert.Equal(new string('x', 500) + "…", ServerText.ToLine(new string('x', 501), new Redaction()));
        Assert.Equal(new string('x', 499) + "…", ServerText.ToLine(new string('x', 499) + "\U0001F600", new Redaction()));
    }

    [Theory]
    [InlineData("abcXYZ019-._~+/", true)]
    [InlineData("abc==", true)]
    [InlineData("", false)]
    [InlineData("==", false)]
    [InlineData("a=b", false)]
    [InlineData("a b", false)]
    [InlineData("a\r\nb", false)]
    [InlineData("a\0", false)]
    [InlineData("é", false)]
    [InlineData("a:b", false)]
    public void A_token_is_what_RFC_6750_allows(string text, bool isValid) => Assert.Equal(isValid, BearerToken.IsValid(text));
}
