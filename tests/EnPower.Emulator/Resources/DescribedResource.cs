using System.Globalization;
using System.Text.Json;

namespace EnPower.Emulator;

/// <summary>A resource that is generated from its description. Items are computed from their index, field by field.</summary>
internal sealed class DescribedResource(
    ApiDescription.Endpoint endpoint, ApiDescription description, long count, TenantDirectory tenants) : IListResource
{
    private readonly SyntheticItems _items = new(endpoint, description, tenants);

    public IReadOnlyList<string> Paths { get; } = endpoint.AlsoAt is { } other ? [endpoint.Path, other] : [endpoint.Path];

    public JsonEncodedText ItemsName { get; } = JsonEncodedText.Encode(endpoint.List);

    public IListSelection Select(int? tenantIndex, HttpRequest request)
    {
        if (!endpoint.IsPaged)
        {
            // An unpaged list covers all tenants, with an item for each value of its first field.
            int values = endpoint.Fields.First().Value.Values.Count;
            return new DescribedSelection(_items, values, tenantIndex: null, tenants: 1, kind: null, kinds: 1, request);
        }

        int? kind = null;
        int kinds = 1;
        foreach (string name in endpoint.Parameters)
        {
            ApiDescription.Parameter parameter = description.Parameters[name];
            string value = request.Query[name].ToString();
            if (parameter.Required && value.Length == 0)
            {
                throw new BadHttpRequestException($"The parameter '{name}' is required.");
            }

            if (parameter.Type == "datetime" && value.Length > 0)
            {
                RequireDate(name, value);
            }

            if (parameter.Selects is { } field)
            {
                kinds = endpoint.Fields[field].Values.Count;
                kind = KindOf(name, value, kinds);
            }
        }

        return new DescribedSelection(_items, count, tenantIndex, tenants.Count, kind, kinds, request);
    }

    private static void RequireDate(string name, string value)
    {
        if (!DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            throw new BadHttpRequestException($"The parameter '{name}' must be a date and time.");
        }
    }

    private static int? KindOf(string name, string value, int kinds)
    {
        if (value.Length == 0)
        {
            return null;
        }

        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= kinds
            ? number == 0 ? null : number - 1
            : throw new BadHttpRequestException($"The parameter '{name}' must be a number from 0 to {kinds}.");
    }
}
