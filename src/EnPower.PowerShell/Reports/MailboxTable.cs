using System.IO.Compression;

namespace EnPower.Reports;

/// <summary>The table of all mailboxes, compressed for the script of the page.</summary>
internal sealed class MailboxTable
{
    /// <summary>The maximum number of mailboxes. With more, a browser on a small machine would run out of memory.</summary>
    public const int Limit = 250_000;

    private static readonly IComparer<IComparable> ByValue = Comparer<IComparable>.Default;

    private readonly Dictionary<MailboxFindings, string> _findingTexts = [];
    private readonly IReadOnlyList<FindingSection> _findings;

    public MailboxTable(ReportFormat format, IReadOnlyList<FindingSection> findings)
    {
        _findings = findings;
        IComparer<IComparable> byText = new CultureOrder(format.Culture);
        Columns =
        [
            Text("Display name", row => row.DisplayName, isPrinted: true),
            Text("Email address", row => row.EmailAddress, isPrinted: true),
            Text("Tenant", row => row.Tenant, isPrinted: true, filterName: "tenant"),
            Text("Type", row => row.RecipientType, isPrinted: true, filterName: "type"),
            Text("Findings", row => NamesOf(row.Findings), isPrinted: true, filterName: "finding"),
            Number("Storage (GB)", row => row.StorageUsed, value => format.Gigabytes((long)value), isPrinted: true),
            Number("Quota used (%)", row => row.QuotaUsedPercent, value => format.Decimal((double)value), isPrinted: true),
            Date("Last activity", row => row.LastActivity, isShown: true),
            Text("Forwards to", row => row.ForwardsTo),
            Text("Litigation hold", row => YesOrNo(row.IsOnLitigationHold), isShown: false),
            Text("Hidden", row => YesOrNo(row.IsHidden), isShown: false),
            Text("Archive", row => row.ArchiveStatus, isShown: false),
            Text("Automatic replies", row => YesOrNo(row.HasAutoReply), isShown: false),
            Text("Status", row => row.Status, isShown: false),
            Text("Phase", row => row.Phase, isShown: false),
            Date("Renewal due", row => row.RenewalDue),
            Text("Primary contact", row => row.PrimaryContact, isShown: false),
            Date("Created", row => row.Created),
        ];

        TableColumn Text(
            string header,
            Func<MailboxRow, string?> value,
            bool isShown = true,
            bool isPrinted = false,
            string? filterName = null) =>
            new(header, value, found => ControlCharacters.MakeVisible((string)found), byText)
            {
                IsShown = isShown, IsPrinted = isPrinted, FilterName = filterName,
            };

        TableColumn Number(
            string header, Func<MailboxRow, IComparable?> value, Func<IComparable, string> text, bool isPrinted = false) =>
            new(header, value, text, ByValue) { IsNumber = true, IsPrinted = isPrinted };

        TableColumn Date(string header, Func<MailboxRow, DateTime?> value, bool isShown = false) =>
            new(header, row => value(row)?.Date, found => format.Date((DateTime)found), ByValue)
            {
                IsNumber = true,
                IsShown = isShown,
            };
    }

    public IReadOnlyList<TableColumn> Columns { get; }

    public int Count { get; private set; }

    public bool IsFull => Count == Limit;

    /// <summary>Adds a mailbox, unless the table is full.</summary>
    public void Add(MailboxRow row)
    {
        if (IsFull)
        {
            return;
        }

        Count++;
        foreach (TableColumn column in Columns)
        {
            column.Add(row);
        }
    }

    /// <summary>Compresses the rows in the order of display names: gzip, as Base64.</summary>
    public string Pack(Action stopIfStopping)
    {
        int[] byName = Columns[0].Sort();
        int[] order = [.. Enumerable.Range(0, Count)];
        Array.Sort((int[])byName.Clone(), order);

        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        using (var writer = new BinaryWriter(gzip))
        {
            writer.Write(Count);
            foreach (TableColumn column in Columns)
            {
                stopIfStopping();
                int[] ranks = column == Columns[0] ? byName : column.Sort();
                column.WriteTo(writer, Array.ConvertAll(order, row => ranks[row]));
            }
        }

        return Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
    }

    private string? NamesOf(MailboxFindings findings)
    {
        if (findings == MailboxFindings.None)
        {
            return null;
        }

        if (!_findingTexts.TryGetValue(findings, out string? text))
        {
            text = string.Join(
                ", ", _findings.Where(section => (section.Finding & findings) != 0).Select(section => section.Name));
            _findingTexts.Add(findings, text);
        }

        return text;
    }

    private static string? YesOrNo(bool? value) => value switch
    {
        true => "Yes",
        false => "No",
        null => null,
    };
}
