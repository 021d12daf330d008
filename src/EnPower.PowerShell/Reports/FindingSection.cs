namespace EnPower.Reports;

/// <summary>A finding in the report: the number of its mailboxes, and the first of them.</summary>
internal sealed class FindingSection
{
    private readonly LargestRows _rows;

    private FindingSection(
        MailboxFindings finding, string name, string explanation, Comparison<MailboxRow> order, params FindingColumn[] columns)
    {
        Finding = finding;
        Name = name;
        Explanation = explanation;
        Columns = columns;
        _rows = new LargestRows(order);
    }

    public MailboxFindings Finding { get; }

    /// <summary>Gets the name, for the heading and the table of all mailboxes. It has no comma, which separates names.</summary>
    public string Name { get; }

    public string Explanation { get; }

    /// <summary>Gets the columns after mailbox and tenant.</summary>
    public IReadOnlyList<FindingColumn> Columns { get; }

    public IReadOnlyList<MailboxRow> Rows => _rows.Rows;

    public long Count => _rows.Count;

    /// <summary>Creates the findings of a report in order.</summary>
    public static IReadOnlyList<FindingSection> Create(ReportOptions options, ReportFormat format)
    {
        var type = new FindingColumn("Type", row => row.RecipientType);
        var storage = new FindingColumn("Storage", row => row.StorageUsed is { } used ? format.Size(used) : null, IsNumber: true);
        var quota = new FindingColumn(
            "Quota used", row => row.QuotaUsedPercent is { } percent ? format.Percent(percent) : null, IsNumber: true);
        var activity = new FindingColumn(
            "Last activity", row => row.LastActivity is { } date ? format.Date(date) : null, IsNumber: true);
        var domain = new FindingColumn("Forwards to", row => row.ForwardsTo ?? "not given");
        var phase = new FindingColumn("Phase", row => row.Phase);
        string days = format.Number(options.InactiveDays);

        return
        [
            new FindingSection(
                MailboxFindings.ForwardsOutside,
                "Forwards outside",
                "Email is forwarded to addresses outside the organisation. Those hidden from address lists come first.",
                Ranked(row => row.IsHidden is true ? 1 : 0),
                domain,
                new FindingColumn("Hidden", row => row.IsHidden is true ? "Yes" : "No"),
                type),
            new FindingSection(
                MailboxFindings.ForwardsOutsideHidden,
                "Forwards outside and hidden",
                "Email is forwarded outside, and the mailbox is hidden from address lists, so users are unlikely to notice.",
                Ranked(row => row.LastActivity?.Ticks ?? 0),
                domain,
                type,
                activity),
            new FindingSection(
                MailboxFindings.OverWarningQuota,
                "Over warning quota",
                "The storage used has reached the warning quota of Exchange.",
                Ranked(row => row.QuotaUsedPercent ?? 0),
                storage,
                quota,
                type),
            new FindingSection(
                MailboxFindings.NearQuota,
                "Near quota",
                $"The storage used is {format.Number(options.QuotaPercent)} % of the quota or more, and below the warning quota.",
                Ranked(row => row.QuotaUsedPercent ?? 0),
                storage,
                quota,
                type),
            new FindingSection(
                MailboxFindings.InactiveShared,
                "Inactive shared",
                $"Shared mailboxes with the last activity {days} or more days ago. The longest inactive come first.",
                Ranked(row => -row.LastActivity?.Ticks ?? 0),
                activity,
                storage),
            new FindingSection(
                MailboxFindings.InactiveUser,
                "Inactive user",
                $"User mailboxes with the last activity {days} or more days ago. The longest inactive come first.",
                Ranked(row => -row.LastActivity?.Ticks ?? 0),
                activity,
                storage),
            new FindingSection(
                MailboxFindings.RenewalOverdue,
                "Renewal overdue",
                "The renewal in Cloud Governance is overdue. The longest overdue come first.",
                Ranked(row => -row.RenewalDue?.Ticks ?? 0),
                new FindingColumn("Due", row => row.RenewalDue is { } due ? format.Date(due) : null, IsNumber: true),
                phase,
                new FindingColumn("Primary contact", row => row.PrimaryContact)),
            new FindingSection(
                MailboxFindings.NoPrimaryContact,
                "No primary contact",
                "Cloud Governance manages the mailbox, but it has no primary contact. The largest come first.",
                Ranked(row => row.StorageUsed ?? 0),
                phase,
                storage,
                activity),
        ];
    }

    public void Add(MailboxRow row)
    {
        if (row.Has(Finding))
        {
            _rows.Add(row);
        }
    }

    private static Comparison<MailboxRow> Ranked(Func<MailboxRow, double> rank) =>
        (left, right) => rank(left).CompareTo(rank(right));
}
