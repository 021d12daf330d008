using EnPower.Paging;

namespace EnPower.Requests;

/// <summary>GET of any path: what the API answers, in a form that needs no knowledge of the resource.</summary>
internal abstract record RawQuery(RequestAddress Address) : ResourceQuery(Address.Path)
{
    public sealed override ResourcePage ParsePage(ArraySegment<byte> content)
    {
        try
        {
            return Parse(content);
        }
        catch (InvalidOperationException exception)
        {
            // How an element says that the text in it is half a character.
            throw new JsonException(exception.Message, exception);
        }
    }

    protected abstract RawPage Parse(ArraySegment<byte> content);

    // Nothing is asked but what the user wrote: of a path that isn't documented, no one knows what parameters it takes.
    protected sealed override IEnumerable<(string Name, string? Value)> Parameters() =>
        Address.Query.Select(static parameter => (Uri.EscapeDataString(parameter.Name), (string?)parameter.Value));
}
