namespace EnPower;

/// <summary>Texts of .NET and of servers become sentences that another one can follow.</summary>
public sealed class SentenceTests
{
    [Theory]
    [InlineData("No such host is known", "No such host is known.")]
    [InlineData("No such host is known.", "No such host is known.")]
    [InlineData("Stop!", "Stop!")]
    [InlineData("Who is there?", "Who is there?")]
    [InlineData("The text was cut…", "The text was cut…")]
    [InlineData("", "")]
    public void A_text_gets_a_full_stop_unless_it_has_an_end_or_nothing_at_all(string text, string sentence) =>
        Assert.Equal(sentence, text.ToSentence());
}
