using System.Text;
using System.Text.Json;
using EnPower.Json;
using EnPower.Paging;

namespace EnPower;

/// <summary>Equal texts share a string, and different texts are never confused.</summary>
public sealed class RepeatedTextTests
{
    [Fact]
    public void Mailboxes_of_one_tenant_share_its_domain()
    {
        var texts = new TextPool();

        Assert.Same(ReadWith(texts, "contoso.com"), ReadWith(texts, "contoso.com"));
    }

    [Fact]
    public void Texts_that_are_new_each_time_are_not_kept_and_those_that_come_again_after_them_are()
    {
        var texts = new TextPool();
        for (int number = 0; number < 1000; number++)
        {
            Assert.Equal($"user{number}", ReadWith(texts, $"user{number}"));
        }

        Assert.NotSame(ReadWith(texts, "contoso.com"), ReadWith(texts, "contoso.com"));
        for (int number = 0; number < 1000; number++)
        {
            ReadWith(texts, "contoso.com");
        }

        Assert.Same(ReadWith(texts, "contoso.com"), ReadWith(texts, "contoso.com"));
    }

    [Fact]
    public void However_many_texts_there_are_each_mailbox_has_its_own()
    {
        string[] texts = [.. Enumerable.Range(0, 5000).Select(number => $"tenant{number}.com")];

        Assert.Equal(texts, Read(texts));
        Assert.Equal(texts, Read(texts));
    }

    [Fact]
    public void A_text_too_long_to_be_worth_keeping_is_read_all_the_same()
    {
        string text = new('x', 5000);

        Assert.Equal([text, text], Read(text, text));
    }

    [Theory]
    [InlineData("Zürich")]
    [InlineData("東京")]
    [InlineData("a\"b\\c")]
    [InlineData("")]
    public void A_text_is_the_same_escaped_or_not(string text)
    {
        string escaped = string.Concat(text.Select(character => $"\\u{(int)character:x4}"));

        Assert.Equal([text, text, text, text], [.. Read(text, text), .. Parse($"\"{escaped}\"", $"\"{escaped}\"")]);
    }

    private static string[] Read(params string[] texts) => Parse([.. texts.Select(text => JsonSerializer.Serialize(text))]);

    private static string ReadWith(TextPool texts, string text)
    {
        var reader = new Utf8JsonReader(JsonSerializer.SerializeToUtf8Bytes(text));
        reader.Read();
        return texts.Read(ref reader);
    }

    private static string[] Parse(params string[] json)
    {
        IEnumerable<string> mailboxes = json.Select(text => $$"""{ "tenantDomain": {{text}} }""");
        byte[] content = Encoding.UTF8.GetBytes($$"""{ "mailboxes": [{{string.Join(",", mailboxes)}}] }""");
        ListPage page = new ListQuery<Mailbox>().ParsePage(new ArraySegment<byte>(content));
        return [.. page.Items!.Cast<Mailbox>().Select(mailbox => mailbox.TenantDomain!)];
    }
}
