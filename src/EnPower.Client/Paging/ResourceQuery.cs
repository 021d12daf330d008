using System.Globalization;

namespace EnPower.Paging;

/// <summary>What to ask of a list of the API: its path, the parameters that all lists share, and how to read its pages.</summary>
internal abstract record ResourceQuery(string Path)
{
    public const int MaximumPageSize = 1000;

    /// <summary>Gets the page size, the API's <c>top</c>: 1 to 1000.</summary>
    public int Top { get; init; } = MaximumPageSize;

    /// <summary>Gets the tenant to read; all tenants without one.</summary>
    public string? Tenant { get; init; }

    /// <summary>
    /// Does beforehand what the first page of a process takes to be parsed: while that page is on its way, there is time.
    /// </summary>
    public virtual void Prepare()
    {
    }

    /// <summary>Parses a page.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public abstract ResourcePage? ParsePage(ArraySegment<byte> content);

    /// <summary>Makes the address of the first page.</summary>
    public Uri ToUri(Uri endpoint)
    {
        IEnumerable<string> query = Parameters()
            .Where(parameter => parameter.Value is not null)
            .Select((parameter, index) => $"{(index == 0 ? '?' : '&')}{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}");

        return new Uri(endpoint, Path + string.Concat(query));
    }

    protected virtual IEnumerable<(string Name, string? Value)> Parameters() =>
    [
        ("top", Top.ToString(CultureInfo.InvariantCulture)),
        ("tenant", Tenant),
    ];
}
