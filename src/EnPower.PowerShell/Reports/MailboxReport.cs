using System.Globalization;
using System.Text;

namespace EnPower.Reports;

/// <summary>
/// A report about mailboxes in one HTML file: static charts and findings, and a table of all mailboxes that a small script
/// decompresses and pages.
/// </summary>
internal sealed class MailboxReport
{
    private const int MostTenantsNamed = 5;

    private readonly ReportOptions _options;
    private readonly ReportFormat _format;
    private readonly MailboxStatistics _statistics;
    private readonly IReadOnlyList<FindingSection> _findings;
    private readonly MailboxTable? _table;

    public MailboxReport(ReportOptions options)
    {
        _options = options;
        _format = new ReportFormat(options.Culture);
        _statistics = new MailboxStatistics(options, _format);
        _findings = FindingSection.Create(options, _format);
        ReasonOfIncompleteness = options.IsIncomplete ? "The read was interrupted." : null;
        _table = options.HasMailboxTable ? new MailboxTable(_format, _findings) : null;
    }

    /// <summary>Gets or sets the changes since a snapshot; <see langword="null"/> without a snapshot.</summary>
    public ChangeSection? Changes { get; set; }

    /// <summary>Gets or sets why mailboxes are missing.</summary>
    public string? ReasonOfIncompleteness { get; set; }

    private bool HasTable => _table is { Count: > 0 };

    /// <summary>Adds a mailbox. Keeps only its row.</summary>
    public void Add(Mailbox mailbox)
    {
        MailboxRow row = MailboxRow.Of(mailbox, _options);
        _statistics.Add(row);
        foreach (FindingSection finding in _findings)
        {
            finding.Add(row);
        }

        _table?.Add(row);
    }

    /// <summary>Writes the page.</summary>
    /// <param name="stream">The stream to write to.</param>
    /// <param name="stopIfStopping">Throws if the pipeline is stopping.</param>
    public void WriteTo(Stream stream, Action stopIfStopping)
    {
        using var writer = new StreamWriter(
            stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 65536, leaveOpen: true)
        {
            NewLine = "\n",
        };
        var html = new HtmlWriter(writer);
        WriteHead(html);
        WriteHeader(html);
        html.Write($"<main>\n");
        WriteTiles(html);
        if (_statistics.Count > 0)
        {
            WriteCharts(html);
            WriteFindings(html);
        }

        WriteChanges(html);
        if (_statistics.Count > 0)
        {
            WriteTable(html, stopIfStopping);
        }

        html.Write($"</main>\n");
        WriteFooter(html);
        if (HasTable)
        {
            html.Write($"<script>");
            html.WriteResource(PageResource.Script.Text);
            html.Write($"</script>\n");
        }

        html.Write($"</body>\n</html>\n");
    }

    private void WriteHead(HtmlWriter html)
    {
        string scripts = HasTable ? $"script-src {PageResource.Script.Hash}; " : string.Empty;
        string policy = $"default-src 'none'; {scripts}style-src {PageResource.Style.Hash}; base-uri 'none'; form-action 'none'; "
            + "require-trusted-types-for 'script'; trusted-types 'none'";
        html.Write($"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Write($"<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n");
        html.Write($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Write($"<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
        html.Write($"<title>{_options.Title}</title>\n<style>");
        html.WriteResource(PageResource.Style.Text);
        html.Write($"</style>\n</head>\n<body>\n");
    }

    private void WriteHeader(HtmlWriter html)
    {
        html.Write($"<header>\n<h1><bdi>{_options.Title}</bdi></h1>\n");
        if (_statistics.Count > 0)
        {
            string[] tenants = [.. _statistics.Tenants];
            html.Write($"<p>{(tenants.Length == 1 ? "Tenant" : "Tenants")}: ");
            for (int index = 0; index < Math.Min(tenants.Length, MostTenantsNamed); index++)
            {
                html.Write($"{(index > 0 ? ", " : string.Empty)}<bdi>{tenants[index]}</bdi>");
            }

            string rest = tenants.Length > MostTenantsNamed
                ? $" and {_format.Number(tenants.Length - MostTenantsNamed)} more"
                : string.Empty;
            html.Write($"{rest}</p>\n");
        }

        html.Write(
            $"<p>Read on <time datetime=\"{_options.Now.ToString("s", CultureInfo.InvariantCulture) + "Z"}\">"
            + $"{_format.Instant(_options.Now)} UTC</time>. "
            + $"The data is of the last EnPower scan of each tenant, which may be older.</p>\n");
        if (ReasonOfIncompleteness is not null)
        {
            html.Write(
                $"<p class=\"incomplete\"><strong>Incomplete.</strong> Mailboxes are missing, so the numbers may be too low. "
                + $"{ReasonOfIncompleteness}</p>\n");
        }

        html.Write($"</header>\n");
    }

    private void WriteTiles(HtmlWriter html)
    {
        html.Write($"<section aria-labelledby=\"overview\"><h2 id=\"overview\">Overview</h2>\n");
        if (_statistics.Count == 0)
        {
            html.Write(
                $"<p class=\"empty\">There are no mailboxes. None were read, or none passed the filter of the command.</p>"
                + $"</section>\n");
            return;
        }

        html.Write($"<dl class=\"tiles\">\n");
        WriteTile(html, "Mailboxes", _format.Number(_statistics.Count));
        WriteTile(html, "Shared", _format.Number(_statistics.Shared));
        WriteTile(html, "Stored", _format.Size(_statistics.StorageUsed));
        WriteTile(html, MailboxFindings.ForwardsOutside, "Forward outside");
        WriteTile(html, MailboxFindings.OverWarningQuota, "Over warning quota");
        WriteTile(html, "Inactive", _format.Number(Count(MailboxFindings.InactiveShared) + Count(MailboxFindings.InactiveUser)));
        WriteTile(html, "On litigation hold", _format.Number(_statistics.OnLitigationHold));
        WriteTile(html, MailboxFindings.RenewalOverdue, "Renewals overdue");
        html.Write($"</dl></section>\n");
    }

    private static void WriteTile(HtmlWriter html, string name, string value) =>
        html.Write($"<div class=\"tile\"><dt>{name}</dt><dd>{value}</dd></div>\n");

    private void WriteTile(HtmlWriter html, MailboxFindings finding, string name)
    {
        long count = Count(finding);
        string look = count > 0 ? "tile found" : "tile";
        html.Write($"<div class=\"{look}\"><dt>{name}</dt><dd>{_format.Number(count)}</dd></div>\n");
    }

    private long Count(MailboxFindings finding) => _findings.First(section => section.Finding == finding).Count;

    private void WriteCharts(HtmlWriter html)
    {
        html.Write($"<section aria-labelledby=\"charts\"><h2 id=\"charts\">Charts</h2>\n");

        // Patterns distinguish the series also without colour.
        html.Write($"<svg class=\"patterns\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs>");
        html.Write(
            $"<pattern id=\"stripes\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
            + $"<rect class=\"ground1\" width=\"6\" height=\"6\"/><rect class=\"stripe1\" width=\"2\" height=\"6\"/></pattern>");
        html.Write(
            $"<pattern id=\"dots\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\"><rect class=\"ground2\" width=\"5\" "
            + $"height=\"5\"/><circle class=\"stripe2\" cx=\"2.5\" cy=\"2.5\" r=\"1.2\"/></pattern>");
        html.Write($"</defs></svg>\n<div class=\"charts\">\n");
        foreach (BarChart chart in _statistics.Charts())
        {
            chart.WriteTo(html);
        }

        html.Write($"</div></section>\n");
    }

    private void WriteFindings(HtmlWriter html)
    {
        html.Write($"<section aria-labelledby=\"findings\"><h2 id=\"findings\">Findings</h2>\n<div class=\"findings\">\n");
        foreach (FindingSection finding in _findings)
        {
            WriteFinding(html, finding);
        }

        html.Write($"</div></section>\n");
    }

    private void WriteFinding(HtmlWriter html, FindingSection finding)
    {
        html.Write(
            $"<section class=\"card finding\"><h3>{finding.Name}: {_format.Number(finding.Count)}</h3>\n"
            + $"<p>{finding.Explanation}</p>\n");
        if (finding.Count == 0)
        {
            html.Write($"<p class=\"empty\">None.</p></section>\n");
            return;
        }

        html.Write(
            $"<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{finding.Name}\"><table><thead><tr>"
            + $"<th scope=\"col\">Mailbox</th><th scope=\"col\">Tenant</th>");
        foreach (FindingColumn column in finding.Columns)
        {
            html.Write($"<th scope=\"col\" class=\"{Look(column)}\">{column.Header}</th>");
        }

        html.Write($"</tr></thead><tbody>\n");
        foreach (MailboxRow row in finding.Rows)
        {
            html.Write(
                $"<tr><th scope=\"row\"><bdi>{row.DisplayName}</bdi><br><bdi class=\"address\">{row.EmailAddress}</bdi></th><td>"
                + $"<bdi>{row.Tenant}</bdi></td>");
            foreach (FindingColumn column in finding.Columns)
            {
                html.Write($"<td class=\"{Look(column)}\"><bdi>{column.Text(row)}</bdi></td>");
            }

            html.Write($"</tr>\n");
        }

        html.Write($"</tbody></table></div>\n");
        string shown = finding.Count > LargestRows.Limit
            ? $"{LargestRows.Limit} of {_format.Number(finding.Count)} are shown."
            : string.Empty;
        html.Write($"<p>{shown}");
        if (HasTable)
        {
            html.Write(
                $" <a class=\"scripted\" href=\"#finding={Uri.EscapeDataString(finding.Name)}\">Show all in the "
                + $"table<span class=\"hidden\">: {finding.Name}</span></a>");
        }

        html.Write($"</p></section>\n");
    }

    private void WriteChanges(HtmlWriter html)
    {
        if (Changes is null)
        {
            return;
        }

        html.Write(
            $"<section class=\"changes\" aria-labelledby=\"changes\">"
            + $"<h2 id=\"changes\">What changed since {_format.Instant(Changes.Since)} UTC</h2>\n");
        if (Changes.FailureReason is not null)
        {
            html.Write($"<p class=\"incomplete\"><strong>Not compared.</strong> {Changes.FailureReason}</p></section>\n");
            return;
        }

        html.Write(
            $"<p>{_format.Number(Changes.Count)} changes, {_format.Number(Changes.SecurityRelevantCount)} of them "
            + $"security-relevant. Sizes, counts and activity are not compared.</p>\n");
        if (Changes.Count > 0)
        {
            WriteChangeTable(html, Changes);
        }

        html.Write($"</section>\n");
    }

    private void WriteChangeTable(HtmlWriter html, ChangeSection changes)
    {
        html.Write(
            $"<div class=\"card scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Changes\"><table><thead><tr>"
            + $"<th scope=\"col\">Mailbox</th><th scope=\"col\">Tenant</th><th scope=\"col\">Change</th>"
            + $"<th scope=\"col\">Before</th><th scope=\"col\">After</th></tr></thead><tbody>\n");
        foreach (Change change in changes.Shown)
        {
            string what = (change.IsSecurityRelevant ? "▲ " : string.Empty) + (change.Property ?? change.ChangeType.ToString());
            string? before = change.Property is null ? null : _format.Value(change.OldValue);
            string? after = change.Property is null ? null : _format.Value(change.NewValue);
            string look = change.IsSecurityRelevant ? "relevant" : "text";
            html.Write(
                $"<tr><th scope=\"row\"><bdi>{change.DisplayName ?? change.Key}</bdi></th><td>"
                + $"<bdi>{change.TenantDomain ?? change.TenantId}</bdi></td><td class=\"{look}\">{what}</td><td>"
                + $"<bdi>{before}</bdi></td><td><bdi>{after}</bdi></td></tr>\n");
        }

        html.Write($"</tbody></table></div>\n");
        string rest = changes.Count > ChangeSection.Limit
            ? $" {ChangeSection.Limit} of {_format.Number(changes.Count)} are shown."
            : string.Empty;
        html.Write($"<p>▲ security-relevant.{rest}</p>\n");
    }

    private static string Look(FindingColumn column) => column.IsNumber ? "number" : "text";

    private void WriteTable(HtmlWriter html, Action stopIfStopping)
    {
        if (_table is null)
        {
            return;
        }

        html.Write($"<section id=\"mailboxes\" aria-labelledby=\"all\"><h2 id=\"all\" tabindex=\"-1\">All mailboxes</h2>\n");
        if (_statistics.Count > _table.Count)
        {
            html.Write(
                $"<p class=\"incomplete\">The table holds the first {_format.Number(_table.Count)} of "
                + $"{_format.Number(_statistics.Count)} mailboxes, because browsers run out of memory beyond that. The numbers, "
                + $"charts and findings above include all of them.</p>\n");
        }

        html.Write(
            $"<p class=\"unscripted\">This table requires JavaScript, which is disabled or was removed. "
            + $"The rest of the page is complete without it.</p>\n");
        html.Write(
            $"<p id=\"trouble\" class=\"incomplete\" hidden></p>\n<div class=\"scripted\">\n"
            + $"<form id=\"controls\" role=\"search\">\n");
        html.Write($"<label>Search <input type=\"search\" name=\"search\" autocomplete=\"off\" spellcheck=\"false\"></label>\n");
        foreach (TableColumn column in _table.Columns.Where(column => column.FilterName is not null))
        {
            html.Write(
                $"<label>{column.Header} <select name=\"{column.FilterName}\"><option value=\"\">All</option>"
                + $"</select></label>\n");
        }

        html.Write($"<button type=\"reset\">Clear</button>\n<button type=\"button\" id=\"save\">Save as CSV</button>\n");
        html.Write(
            $"<details><summary>Columns</summary><fieldset id=\"columns\"><legend>Columns to show</legend></fieldset>"
            + $"</details>\n</form>\n");
        html.Write($"<p id=\"status\" role=\"status\"></p>\n");
        html.Write($"<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"All mailboxes\">");
        html.Write(
            $"<table id=\"table\" data-list-separator=\"{_options.Culture.TextInfo.ListSeparator}\" "
            + $"data-group-separator=\"{_options.Culture.NumberFormat.NumberGroupSeparator}\"><thead><tr>");
        foreach (TableColumn column in _table.Columns)
        {
            string look = string.Join(
                " ",
                new[]
                {
                    column.IsNumber ? "number" : null,
                    column.IsShown ? "shown" : null,
                    column.IsPrinted ? null : "unprinted",
                }.Where(name => name is not null));
            html.Write(
                $"<th scope=\"col\" class=\"{look}\" data-filter=\"{column.FilterName}\">"
                + $"<button type=\"button\">{column.Header}</button></th>");
        }

        html.Write($"</tr></thead><tbody></tbody></table></div>\n");
        html.Write(
            $"<nav id=\"pages\" aria-label=\"Pages of the table\"><button type=\"button\" value=\"first\">First</button> "
            + $"<button type=\"button\" value=\"previous\">Previous</button> <span id=\"page\"></span> <button type=\"button\" "
            + $"value=\"next\">Next</button> <button type=\"button\" value=\"last\">Last</button></nav>\n");
        html.Write($"</div>\n<script type=\"application/octet-stream\" id=\"data\">");
        html.WriteResource(_table.Pack(stopIfStopping));
        html.Write($"</script>\n</section>\n");
    }

    private void WriteFooter(HtmlWriter html)
    {
        html.Write($"<footer><section aria-labelledby=\"about\"><h2 id=\"about\">About this report</h2>\n<ul>\n");
        html.Write(
            $"<li>The API does not document the unit of sizes. The data indicates megabytes of 1,048,576 bytes. "
            + $"1 GB is 1024 MB.</li>\n");
        html.Write(
            $"<li>A mailbox is inactive if its last activity is {_format.Number(_options.InactiveDays)} or more days ago. "
            + $"A mailbox without a known activity does not count as inactive.</li>\n");
        html.Write(
            $"<li>A mailbox is near its quota if it uses {_format.Number(_options.QuotaPercent)} % of the quota for sending and "
            + $"receiving. It is over its warning quota if it has reached the size at which Exchange warns.</li>\n");
        html.Write($"<li>Dates of the API have no time zone and are interpreted as UTC.</li>\n");
        html.Write($"<li>The API provides the domains of forwarding addresses, but neither the addresses nor licences.</li>\n");
        html.Write(
            $"<li>Primary contacts, phases and renewals are those of AvePoint Cloud Governance. "
            + $"A mailbox that it does not manage does not count as without contact.</li>\n");
        html.Write($"<li>Control characters are replaced by � or a symbol.</li>\n");
        html.Write(
            $"<li>Created by Export-EnPowerReport of the PowerShell module EnPower {Version}, "
            + $"which is not a product of AvePoint. The page loads no external content.</li>\n");
        html.Write($"</ul></section></footer>\n");
    }

    private static string Version => typeof(MailboxReport).Assembly.GetName().Version!.ToString(3);
}
