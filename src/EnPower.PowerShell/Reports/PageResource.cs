using System.Security.Cryptography;
using System.Text;

namespace EnPower.Reports;

/// <summary>An embedded style sheet or script of the page.</summary>
internal sealed class PageResource
{
    private PageResource(string name)
    {
        using Stream stream = typeof(PageResource).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);

        // Browsers normalize CRLF to LF before they hash.
        Text = reader.ReadToEnd().Replace("\r\n", "\n");
        using var algorithm = SHA256.Create();
        Hash = $"'sha256-{Convert.ToBase64String(algorithm.ComputeHash(Encoding.UTF8.GetBytes(Text)))}'";
    }

    public static PageResource Style { get; } = new("report.css");

    public static PageResource Script { get; } = new("report.js");

    public string Text { get; }

    /// <summary>Gets the hash for the content security policy.</summary>
    public string Hash { get; }
}
