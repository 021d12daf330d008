namespace EnPower.Requests;

/// <summary>Reads the body of an answer as text, whatever is in it. One that is no JSON has no next page.</summary>
internal sealed record RawTextQuery(RequestAddress Address) : RawQuery(Address)
{
    protected override async Task<RawPage> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(content);
#if NET
        string body = await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
#else
        string body = await reader.ReadToEndAsync().ConfigureAwait(false);
#endif
        try
        {
            using JsonDocument document = Envelope.Parse(body);
            return Envelope.Open(document.RootElement).ToPage([body]);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return new RawPage([body]);
        }
    }
}
