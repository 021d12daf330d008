using System.Text.Json;

namespace EnPower.Emulator;

/// <summary>
/// The items of one query, computed by index. Item i belongs to tenant i mod T. Within a tenant, the kinds alternate. Over all
/// tenants, this results in runs of T items of one kind.
/// </summary>
internal sealed class DescribedSelection : IListSelection
{
    private readonly SyntheticItems _items;
    private readonly HttpRequest _request;
    private readonly int? _tenantIndex;
    private readonly int _tenants;
    private readonly int? _kind;
    private readonly int _kinds;
    private readonly int _run;

    public DescribedSelection(
        SyntheticItems items, long count, int? tenantIndex, int tenants, int? kind, int kinds, HttpRequest request)
    {
        _items = items;
        _request = request;
        _tenantIndex = tenantIndex;
        _tenants = tenants;
        _kind = kind;
        _kinds = kinds;
        _run = tenantIndex is null ? tenants : 1;

        long all = tenantIndex is { } tenant ? Math.Max(0, (count - tenant + tenants - 1) / tenants) : count;
        (long blocks, long rest) = Math.DivRem(all, (long)kinds * _run);
        Count = kind is { } only ? (blocks * _run) + Math.Clamp(rest - ((long)only * _run), 0, _run) : all;
    }

    public long Count { get; }

    public void WriteProperties(Utf8JsonWriter writer, long position)
    {
        long ofAllKinds = _kind is { } kind ? (((position / _run * _kinds) + kind) * _run) + (position % _run) : position;
        long index = _tenantIndex is { } tenant ? (ofAllKinds * _tenants) + tenant : ofAllKinds;
        _items.WriteProperties(writer, index, kind: index / _tenants, _request);
    }
}
