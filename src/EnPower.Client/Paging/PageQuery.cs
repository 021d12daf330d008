using System.Globalization;
using System.Text;

namespace EnPower.Paging;

/// <summary>A query that is read page by page, and the parser of its pages.</summary>
/// <param name="Path">The path, relative to the endpoint.</param>
internal abstract record PageQuery(string Path)
{
    public const int MaximumPageSize = 1000;

    /// <summary>Gets the page size, the parameter <c>top</c> of the API: 1 to 1000.</summary>
    public int Top { get; init; } = MaximumPageSize;

    /// <summary>Warms up the parser while the first page is in flight.</summary>
    public virtual void WarmUp()
    {
    }

    /// <summary>Parses a page.</summary>
    /// <exception cref="JsonException">The content is not a valid page.</exception>
    public abstract ListPage ParsePage(ArraySegment<byte> content);

    /// <summary>Creates the address of the first page.</summary>
    public Uri ToUri(Uri endpoint)
    {
        // A loop, not a query: one over pairs is compiled anew in each process, while it waits for its first page.
        var path = new StringBuilder(Path);
        char mark = Path.IndexOf('?') >= 0 ? '&' : '?';
        foreach ((string name, string? value) in Parameters())
        {
            if (value is not null)
            {
                path.Append(mark).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
                mark = '&';
            }
        }

        return new Uri(endpoint, path.ToString());
    }

    /// <summary>Gets the query parameters in order. Those without a value are omitted.</summary>
    protected virtual IEnumerable<(string Name, string? Value)> Parameters() =>
        [("top", Top.ToString(CultureInfo.InvariantCulture))];
}
