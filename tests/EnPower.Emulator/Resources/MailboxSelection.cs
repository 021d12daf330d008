using System.Text.Json;

namespace EnPower.Emulator;

/// <summary>
/// The mailboxes of one query, computed by index. Mailbox i belongs to tenant i mod T. Within a tenant, every fifth mailbox is
/// shared, starting with the second. Over all tenants, this results in runs of T mailboxes of one type.
/// </summary>
internal sealed class MailboxSelection : IListSelection
{
    public const int SharedPeriod = 5;
    public const int SharedOffset = 1;

    private readonly SyntheticMailboxes _mailboxes;
    private readonly int? _tenantIndex;
    private readonly MailboxType _type;
    private readonly long _run;

    public MailboxSelection(SyntheticMailboxes mailboxes, int? tenantIndex, MailboxType type)
    {
        _mailboxes = mailboxes;
        _tenantIndex = tenantIndex;
        _type = type;
        _run = tenantIndex is null ? mailboxes.Tenants.Count : 1;

        int tenants = mailboxes.Tenants.Count;
        long all = tenantIndex is { } tenant
            ? Math.Max(0, (mailboxes.Count - tenant + tenants - 1) / tenants)
            : mailboxes.Count;
        long shared = SharedAmong(all);
        Count = type switch
        {
            MailboxType.User => all - shared,
            MailboxType.Shared => shared,
            _ => all,
        };
    }

    public long Count { get; }

    public void WriteProperties(Utf8JsonWriter writer, long position)
    {
        _mailboxes.WriteProperties(writer, IndexOf(position));
    }

    private long SharedAmong(long count)
    {
        (long blocks, long rest) = Math.DivRem(count, SharedPeriod * _run);
        return (blocks * _run) + Math.Clamp(rest - (SharedOffset * _run), 0, _run);
    }

    private long IndexOf(long position)
    {
        long untyped = _type switch
        {
            MailboxType.User => UserAt(position),
            MailboxType.Shared => SharedAt(position),
            _ => position,
        };
        return _tenantIndex is { } tenant ? (untyped * _mailboxes.Tenants.Count) + tenant : untyped;
    }

    private long UserAt(long position)
    {
        (long block, long rest) = Math.DivRem(position, (SharedPeriod - 1) * _run);
        long skipped = rest < SharedOffset * _run ? 0 : _run;
        return (block * SharedPeriod * _run) + rest + skipped;
    }

    private long SharedAt(long position)
    {
        (long block, long rest) = Math.DivRem(position, _run);
        return (((block * SharedPeriod) + SharedOffset) * _run) + rest;
    }
}
