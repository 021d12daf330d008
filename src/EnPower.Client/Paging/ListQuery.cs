using System.Globalization;
using System.Reflection;
using System.Text;
using EnPower.Json;

namespace EnPower.Paging;

/// <summary>A query of a list of the API. <see cref="ApiListAttribute"/> of the model defines its path and name.</summary>
internal sealed record ListQuery<T> : PageQuery
    where T : ApiObject, new()
{
    private const string TenantParameter = "tenant";

    private static readonly ApiListAttribute List = typeof(T).GetCustomAttribute<ApiListAttribute>()!;
    private static readonly byte[] ListName = Encoding.UTF8.GetBytes(List.Name);
    private static readonly ListPath ListPath = ListPath.Of(typeof(T));

    /// <summary>Initializes a query of a list without parent.</summary>
    public ListQuery()
        : base(List.Path)
    {
    }

    /// <summary>Initializes a query of the list of a parent.</summary>
    /// <exception cref="EnPowerException">The identifier is not valid.</exception>
    public ListQuery(string parentKey)
        : base(ListPath.With(parentKey)) => ParentKey = parentKey;

    /// <summary>Gets the identifier of the parent.</summary>
    public string? ParentKey { get; private init; }

    /// <summary>Gets the tenant; <see langword="null"/> for all tenants.</summary>
    public string? Tenant { get; init; }

    /// <summary>Gets the query parameters that are specific to the list.</summary>
    public IReadOnlyList<(string Name, string? Value)> Filters { get; init; } = [];

    /// <summary>Reconstructs the query of a page from its address.</summary>
    public static ListQuery<T> Of(Uri page)
    {
        string? tenant = page.Query.TrimStart('?').Split('&')
            .FirstOrDefault(static parameter => parameter.StartsWith($"{TenantParameter}=", StringComparison.OrdinalIgnoreCase));
        return new ListQuery<T>
        {
            ParentKey = ListPath.KeyIn(page),
            Tenant = tenant is null ? null : Uri.UnescapeDataString(tenant.Substring(TenantParameter.Length + 1)),
        };
    }

    /// <inheritdoc/>
    public override void WarmUp()
    {
        string page = $$"""{"{{List.Name}}":[{{ItemReader<T>.Instance.Sample}}],"totalCount":1,"nextLink":""}""";
        ParsePage(new ArraySegment<byte>(Encoding.UTF8.GetBytes(page)));
    }

    /// <inheritdoc/>
    public override ListPage ParsePage(ArraySegment<byte> content)
    {
        var context = new PageContext();
        var envelope = new Envelope();
        List<T>? items = null;
        Span<bool> named = stackalloc bool[ItemReader<T>.Instance.Fields.Count];
        Utf8JsonReader reader = Envelope.Open(content);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"The page is not an object with the list {List.Name}.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (envelope.TryRead(ref reader))
            {
                continue;
            }

            bool isList = JsonText.EqualsInAnyCasing(JsonText.Utf8(ref reader), ListName);
            reader.Read();
            if (!isList || reader.TokenType == JsonTokenType.Null)
            {
                reader.Skip();
            }
            else
            {
                items = items is null
                    ? ReadItems(ref reader, context, named)
                    : throw new JsonException($"The page has two lists {List.Name}.");
            }
        }

        // Fails if anything follows the page.
        reader.Read();
        return new ListPage(
            items, envelope.TotalCount, envelope.NextLink, context.Mismatches, items is { Count: > 0 } ? Missing(named) : null);
    }

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, string? Value)> Parameters() =>
    [
        ("top", List.HasPageSize ? Top.ToString(CultureInfo.InvariantCulture) : null),
        (TenantParameter, Tenant),
        .. Filters,
    ];

    private static List<string> Missing(ReadOnlySpan<bool> named)
    {
        var missing = new List<string>();
        for (int i = 0; i < named.Length; i++)
        {
            if (!named[i])
            {
                missing.Add(ItemReader<T>.Instance.Fields[i].Name);
            }
        }

        return missing;
    }

    private List<T> ReadItems(ref Utf8JsonReader reader, PageContext context, scoped Span<bool> named)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException($"{List.Name} is not an array.");
        }

        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw new JsonException($"{List.Name}[{items.Count}] is not an object.");
            }

            if (items.Count == Envelope.MaximumItems)
            {
                throw new JsonException($"{List.Name} contains more than {Envelope.MaximumItems} items.");
            }

            T item = ItemReader<T>.Instance.Read(ref reader, context, named);
            context.EndItem();
            if (item is ChildObject child)
            {
                child.ParentKey ??= ParentKey;
                child.TenantId ??= Guid.TryParse(Tenant, out _) ? Tenant : null;
            }

            items.Add(item);
        }

        return items;
    }
}
