using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;

namespace EnPower.Reports;

/// <summary>
/// Writes HTML with embedded SVG. Literals of interpolated strings are markup. Interpolated values are text and are encoded, so
/// that the name of a mailbox can't become markup.
/// </summary>
internal sealed class HtmlWriter(TextWriter writer)
{
    /// <summary>Writes markup.</summary>
#pragma warning disable CA1822 // The handler writes while it is created.
    public void Write([InterpolatedStringHandlerArgument("")] ref Markup markup)
    {
    }
#pragma warning restore CA1822

    /// <summary>Writes a resource of the page unencoded.</summary>
    public void WriteResource(string text) => writer.Write(text);

    /// <summary>Writes the literals and the interpolated values of <see cref="Write"/>.</summary>
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

        public void AppendFormatted(string? text) =>
            _writer.Write(WebUtility.HtmlEncode(ControlCharacters.MakeVisible(text ?? string.Empty)));

        public void AppendFormatted(int number) => _writer.Write(number.ToString(CultureInfo.InvariantCulture));

        /// <summary>Writes a coordinate.</summary>
        public void AppendFormatted(double number) => _writer.Write(number.ToString("0.##", CultureInfo.InvariantCulture));
    }

    private TextWriter Writer => writer;
}
