namespace EnPower.Reports;

/// <summary>
/// A chart of horizontal bars, as SVG with relative lengths: it fits any width while its text keeps its size. Each bar shows its
/// label and value, and a table below repeats the numbers.
/// </summary>
internal sealed record BarChart(string Title, string Note, string LabelHeader, IReadOnlyList<Bar> Bars)
{
    private const int RowHeight = 34;
    private const int TextBase = 13;
    private const int BarTop = 18;
    private const int BarHeight = 11;
    private const int LongestLabel = 34;

    /// <summary>Gets the names of the series that add up in each bar.</summary>
    public IReadOnlyList<string> Series { get; init; } = ["Mailboxes"];

    /// <summary>Gets the format of values.</summary>
    public required Func<long, string> Text { get; init; }

    /// <summary>Gets the value of a bar of full length; the largest value if <see langword="null"/>.</summary>
    public long? Whole { get; init; }

    /// <summary>Gets the text that replaces the chart if all values are 0.</summary>
    public required string EmptyText { get; init; }

    public void WriteTo(HtmlWriter html)
    {
        html.Write($"<figure class=\"card\"><figcaption><h3>{Title}</h3><p>{Note}</p></figcaption>\n");
        if (Bars.All(bar => bar.Total == 0))
        {
            html.Write($"<p class=\"empty\">{EmptyText}</p></figure>\n");
            return;
        }

        if (Series.Count > 1)
        {
            WriteLegend(html);
        }

        WriteBars(html);
        WriteTable(html);
        html.Write($"</figure>\n");
    }

    private void WriteLegend(HtmlWriter html)
    {
        html.Write($"<ul class=\"legend\">");
        for (int series = 0; series < Series.Count; series++)
        {
            html.Write(
                $"<li><svg width=\"14\" height=\"{BarHeight}\" aria-hidden=\"true\">"
                + $"<rect class=\"s{series}\" width=\"14\" height=\"{BarHeight}\"/></svg> {Series[series]}</li>");
        }

        html.Write($"</ul>\n");
    }

    private void WriteBars(HtmlWriter html)
    {
        double whole = Math.Max(1, Whole ?? Bars.Max(bar => bar.Total));
        html.Write(
            $"<svg class=\"chart\" role=\"img\" aria-label=\"{Title}, as bars; the numbers follow as a table\" width=\"100%\" "
            + $"height=\"{Bars.Count * RowHeight}\">\n");
        for (int index = 0; index < Bars.Count; index++)
        {
            Bar bar = Bars[index];
            int top = index * RowHeight;
            html.Write($"<text y=\"{top + TextBase}\">{(bar.IsMarked ? "▲ " : string.Empty)}{Shortened(bar.Label)}</text>");
            html.Write($"<text class=\"value\" x=\"100%\" y=\"{top + TextBase}\">{Text(bar.Total)}</text>");
            html.Write($"<rect class=\"track\" y=\"{top + BarTop}\" width=\"100%\" height=\"{BarHeight}\"/>");
            double left = 0;
            for (int series = 0; series < bar.Values.Count; series++)
            {
                double width = 100 * bar.Values[series] / whole;
                if (width > 0)
                {
                    string look = bar.IsMarked ? "marked" : "s" + series;
                    html.Write(
                        $"<rect class=\"{look}\" x=\"{left}%\" y=\"{top + BarTop}\" width=\"{Math.Max(width, 0.4)}%\" "
                        + $"height=\"{BarHeight}\"/>");
                    left += width;
                }
            }

            html.Write($"\n");
        }

        html.Write($"</svg>\n");
    }

    private void WriteTable(HtmlWriter html)
    {
        html.Write(
            $"<details><summary>As a table<span class=\"hidden\">: {Title}</span></summary><table><thead><tr>"
            + $"<th scope=\"col\">{LabelHeader}</th>");
        foreach (string series in Series)
        {
            html.Write($"<th scope=\"col\" class=\"number\">{series}</th>");
        }

        html.Write($"</tr></thead><tbody>");
        foreach (Bar bar in Bars)
        {
            html.Write($"<tr><th scope=\"row\"><bdi>{bar.Label}</bdi></th>");
            foreach (long value in bar.Values)
            {
                html.Write($"<td class=\"number\">{Text(value)}</td>");
            }

            html.Write($"</tr>");
        }

        html.Write($"</tbody></table></details>\n");
    }

    // Does not split a surrogate pair.
    private static string Shortened(string label)
    {
        if (label.Length <= LongestLabel)
        {
            return label;
        }

        int length = char.IsHighSurrogate(label[LongestLabel - 2]) ? LongestLabel - 2 : LongestLabel - 1;
        return label.Substring(0, length) + "…";
    }
}
