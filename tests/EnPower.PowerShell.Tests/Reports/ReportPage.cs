using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using EnPower.Reports;

namespace EnPower;

/// <summary>Pages of reports, and what they contain.</summary>
internal static class ReportPage
{
    public static DateTime Now { get; } = new(2026, 11, 25, 12, 0, 0, DateTimeKind.Utc);

    public static ReportOptions Options { get; } = new() { Now = Now, Culture = CultureInfo.GetCultureInfo("en-US") };

    public static string PageOf(params IReadOnlyCollection<Mailbox> mailboxes) => Write(ReportOf(Options, mailboxes));

    public static MailboxReport ReportOf(ReportOptions options, params IReadOnlyCollection<Mailbox> mailboxes)
    {
        var report = new MailboxReport(options);
        foreach (Mailbox mailbox in mailboxes)
        {
            report.Add(mailbox);
        }

        return report;
    }

    public static string Write(MailboxReport report)
    {
        using var stream = new MemoryStream();
        report.WriteTo(stream, () => { });
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Gets the chart of a title.</summary>
    public static string FigureOf(string page, string title) =>
        Regex.Match(page, $"(?s)<figure class=\"card\"><figcaption><h3>{Regex.Escape(title)}</h3>.*?</figure>").Value;

    /// <summary>Decompresses the table of all mailboxes.</summary>
    public static BinaryReader Unpack(string page) => new(new GZipStream(
        new MemoryStream(Convert.FromBase64String(Regex.Match(page, "id=\"data\">([^<]*)<").Groups[1].Value)),
        CompressionMode.Decompress));
}
