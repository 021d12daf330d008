using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;

namespace EnPower.Reports;

/// <summary>
/// Writes HTML, and SVG within it. What stands in the code is markup; what is put into its holes is text, and encoded, so that
/// no name of a mailbox can ever become markup.
/// </summary>
internal sealed class HtmlWriter(TextWriter writer)
{
    /// <summary>Writes markup.</summary>
#pragma warning disable CA1822 // The handler writes, as it is made.
    public void Write([InterpolatedStringHandlerArgument("")] ref Markup markup)
    {
    }
#pragma warning restore CA1822

    /// <summary>Writes a resource of the page as it is.</summary>
    public void WriteResource(string text) => writer.Write(text);

    /// <summary>What <see cref="Write"/> is given: its literal parts and its holes, one after the other.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Markup
    {
        private readonly TextWriter _writer;

        public Markup(int literalLength, int formattedCount, HtmlWriter html)
        {
            _ = literalLength;
            _ = formattedCount;
            _writer = html.Writer;
        }

        public void AppendLiteral(string markup) => _writer.Write(markup);

        public void AppendFormatted(string? text) => _writer.Write(WebUtility.HtmlEncode(DisplayText.ToSafe(text ?? string.Empty)));

        public void AppendFormatted(int number) => _writer.Write(number.ToString(CultureInfo.InvariantCulture));

        /// <summary>Writes a coordinate.</summary>
        public void AppendFormatted(double number) => _writer.Write(number.ToString("0.##", CultureInfo.InvariantCulture));
    }

    private TextWriter Writer => writer;
}
