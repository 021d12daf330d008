namespace EnPower.Reports;

/// <summary>Aggregates mailboxes one by one, and creates the charts.</summary>
internal sealed class MailboxStatistics(ReportOptions options, ReportFormat format)
{
    private const int MostBars = 10;
    private const int Months = 12;
    private const string Unknown = "Unknown";

    private static readonly int[] QuotaSteps = [50, 60, 70, 80, 90, 100];
    private static readonly int[] ActivitySteps = [30, 90, 180, 365, 730];
    private static readonly int[] LateSteps = [30, 90];

    private readonly Dictionary<string, long[]> _storageByTenant = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, long> _forwardingByDomain = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, long> _phases = new(StringComparer.OrdinalIgnoreCase);
    private readonly long[] _quota = new long[QuotaSteps.Length];
    private readonly long[] _activity = new long[ActivitySteps.Length + 1];
    private readonly long[] _late = new long[LateSteps.Length + 1];
    private readonly long[] _due = new long[Months + 1];
    private readonly DateTime _month = new(options.Now.Year, options.Now.Month, 1);
    private long _noActivityKnown;
    private long _noQuotaKnown;
    private long _forwardInside;
    private long _withArchive;
    private long _hidden;
    private long _withAutoReply;

    /// <summary>Gets the number of mailboxes.</summary>
    public long Count { get; private set; }

    public long Shared { get; private set; }

    public long StorageUsed { get; private set; }

    public long OnLitigationHold { get; private set; }

    public IEnumerable<string> Tenants =>
        _storageByTenant.Keys.OrderBy(tenant => tenant, StringComparer.Create(format.Culture, true));

    public void Add(MailboxRow row)
    {
        Count++;
        Shared += row.IsShared ? 1 : 0;
        StorageUsed += row.StorageUsed ?? 0;
        OnLitigationHold += row.IsOnLitigationHold is true ? 1 : 0;
        _withArchive += row.HasArchive ? 1 : 0;
        _hidden += row.IsHidden is true ? 1 : 0;
        _withAutoReply += row.HasAutoReply is true ? 1 : 0;
        _forwardInside += row.ForwardsInside ? 1 : 0;
        AddStorage(row);
        AddQuota(row);
        AddActivity(row);
        AddRenewal(row);
        if (row.ForwardsOutside)
        {
            Increment(_forwardingByDomain, row.ForwardsTo ?? Unknown);
        }

        if (row.IsGoverned)
        {
            Increment(_phases, row.Phase ?? "No phase");
        }
    }

    public IReadOnlyList<BarChart> Charts() =>
    [
        new BarChart(
            "Storage by tenant and type", $"{format.Size(StorageUsed)} in total.", "Tenant", LargestOf(_storageByTenant))
        {
            Series = ["User", "Shared", "Other"],
            Text = format.Size,
            EmptyText = "All mailboxes are empty.",
        },
        new BarChart(
            "Quota used, from 50 %",
            $"Mailboxes by the used share of their quota. Highlighted from {format.Number(options.QuotaPercent)} %."
                + WithoutQuota(),
            "Quota used",
            [.. QuotaSteps.Select((step, index) => new Bar(QuotaLabel(index), _quota[index], step >= options.QuotaPercent))])
        {
            Text = format.Number,
            EmptyText = "No mailbox uses half of its quota.",
        },
        new BarChart(
            "Last activity",
            $"Mailboxes by the days since their last activity. Highlighted from {format.Number(options.InactiveDays)} days.",
            "Last activity",
            [
                .. _activity.Select(
                    (count, index) => new Bar(ActivityLabel(index), count, ActivityStart(index) >= options.InactiveDays)),
                new Bar(Unknown, _noActivityKnown),
            ])
        {
            Text = format.Number,
            EmptyText = "There are no mailboxes.",
        },
        new BarChart(
            "Forwarding outside, by domain",
            $"Mailboxes by the domain of their forwarding address. {format.Number(_forwardInside)} more forward inside.",
            "Domain",
            LargestOf(_forwardingByDomain))
        {
            Text = format.Number,
            EmptyText = "No mailbox forwards outside.",
        },
        new BarChart(
            "Settings",
            "The length of each bar is its share of all mailboxes.",
            "Setting",
            [
                new Bar("On litigation hold", OnLitigationHold),
                new Bar("Archive active", _withArchive),
                new Bar("Hidden from address lists", _hidden),
                new Bar("Automatic replies on", _withAutoReply),
            ])
        {
            Text = count => $"{format.Number(count)} · {format.Share(count, Count)}",
            Whole = Count,
            EmptyText = "No mailbox has any of these settings.",
        },
        new BarChart(
            "Governance phases", "Mailboxes that Cloud Governance manages, by phase.", "Phase", LargestOf(_phases))
        {
            Text = format.Number,
            EmptyText = "Cloud Governance manages none of these mailboxes.",
        },
        new BarChart(
            "Renewals, late and by month",
            "Due dates of renewals in Cloud Governance. Overdue ones are highlighted.",
            "Due",
            [.. RenewalBars()])
        {
            Text = format.Number,
            EmptyText = "No renewal is due.",
        },
    ];

    private void AddStorage(MailboxRow row)
    {
        string tenant = row.Tenant ?? Unknown;
        if (!_storageByTenant.TryGetValue(tenant, out long[]? sizes))
        {
            sizes = new long[3];
            _storageByTenant.Add(tenant, sizes);
        }

        sizes[row.IsUser ? 0 : row.IsShared ? 1 : 2] += row.StorageUsed ?? 0;
    }

    private void AddQuota(MailboxRow row)
    {
        if (row.QuotaUsedPercent is not { } percent)
        {
            _noQuotaKnown++;
        }
        else if (Array.FindLastIndex(QuotaSteps, step => percent >= step) is >= 0 and var index)
        {
            _quota[index]++;
        }
    }

    private void AddActivity(MailboxRow row)
    {
        if (row.LastActivity is not { } last)
        {
            _noActivityKnown++;
            return;
        }

        double days = (options.Now - last).TotalDays;
        _activity[Array.FindLastIndex(ActivitySteps, step => days >= step) + 1]++;
    }

    private void AddRenewal(MailboxRow row)
    {
        if (row.RenewalDue is not { } due)
        {
            return;
        }

        if (due < options.Now)
        {
            _late[Array.FindLastIndex(LateSteps, step => (options.Now - due).TotalDays >= step) + 1]++;
        }
        else
        {
            int month = ((due.Year - _month.Year) * 12) + due.Month - _month.Month;
            _due[Math.Min(month, Months)]++;
        }
    }

    private IEnumerable<Bar> RenewalBars()
    {
        for (int index = LateSteps.Length; index >= 0; index--)
        {
            string label = index == LateSteps.Length
                ? $"Late by {LateSteps[index - 1]} days or more"
                : index == 0
                    ? $"Late by less than {LateSteps[0]} days"
                    : $"Late by {LateSteps[index - 1]} to {LateSteps[index] - 1} days";
            yield return new Bar(label, _late[index], isMarked: true);
        }

        for (int month = 0; month < Months; month++)
        {
            yield return new Bar(format.Month(_month.AddMonths(month)), _due[month]);
        }

        yield return new Bar("Later", _due[Months]);
    }

    private static string QuotaLabel(int index) => index == QuotaSteps.Length - 1
        ? $"{QuotaSteps[index]} % or more"
        : $"{QuotaSteps[index]} to less than {QuotaSteps[index + 1]} %";

    private static int ActivityStart(int index) => index == 0 ? 0 : ActivitySteps[index - 1];

    private static string ActivityLabel(int index) => index == ActivitySteps.Length
        ? $"{ActivitySteps[index - 1]} days ago or more"
        : $"{ActivityStart(index)} to {ActivitySteps[index] - 1} days ago";

    private string WithoutQuota() =>
        _noQuotaKnown == 0 ? string.Empty : $" The quota or storage of {format.Number(_noQuotaKnown)} mailboxes is unknown.";

    private static void Increment(Dictionary<string, long> counts, string key)
    {
        counts.TryGetValue(key, out long count);
        counts[key] = count + 1;
    }

    private static Bar[] LargestOf(Dictionary<string, long> counts) =>
        Largest(counts.Select(pair => new Bar(pair.Key, pair.Value)));

    private static Bar[] LargestOf(Dictionary<string, long[]> sums) =>
        Largest(sums.Select(pair => new Bar(pair.Key, pair.Value)));

    private static Bar[] Largest(IEnumerable<Bar> bars)
    {
        Bar[] sorted = [.. bars.OrderByDescending(bar => bar.Total).ThenBy(bar => bar.Label, StringComparer.OrdinalIgnoreCase)];
        if (sorted.Length <= MostBars + 1)
        {
            return sorted;
        }

        Bar[] rest = [.. sorted.Skip(MostBars)];
        long[] values = [.. Enumerable.Range(0, rest[0].Values.Count).Select(series => rest.Sum(bar => bar.Values[series]))];
        return [.. sorted.Take(MostBars), new Bar($"The other {rest.Length}", values)];
    }
}
