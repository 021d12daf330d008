namespace EnPower;

public sealed class ControlCharactersTests
{
    [Theory]
    [InlineData("\u001b[2J\u001b]0;title\u0007", "␛[2J␛]0;title␇")]
    [InlineData("one\r\ntwo\tthree\0", "one␍␊two␉three␀")]
    [InlineData("gone\u007f\u007f", "gone␡␡")]
    public void A_control_character_becomes_its_picture(string text, string expected) =>
        Assert.Equal(expected, ControlCharacters.MakeVisible(text));

    [Theory]
    [InlineData('\u0080')]
    [InlineData('\u009b')]
    [InlineData('\u009f')]
    [InlineData('\u061c')]
    [InlineData('\u200e')]
    [InlineData('\u200f')]
    [InlineData('\u202a')]
    [InlineData('\u202e')]
    [InlineData('\u2066')]
    [InlineData('\u2069')]
    [InlineData('\u2028')]
    [InlineData('\u2029')]
    public void A_control_character_without_a_picture_becomes_a_replacement_character(char control) =>
        Assert.Equal("a\ufffdb", ControlCharacters.MakeVisible($"a{control}b"));

    [Theory]
    [InlineData("")]
    [InlineData("Zoë Müller-Łukasiewicz (Vertrieb) <zoe@contoso.com>")]
    [InlineData("山田 太郎, משרד, مكتب, 👩\u200d💻, \u00a0~")]
    public void All_other_text_stays_the_same_string(string text) => Assert.Same(text, ControlCharacters.MakeVisible(text));
}
