using System.Xml.Linq;
using EnPower.Pipeline;

namespace EnPower;

/// <summary>docs/errors.md and the code say the same, row by row.</summary>
public sealed class ErrorTableTests
{
    [Fact]
    public void The_table_has_the_errors_of_the_code_and_no_others()
    {
        string[] documented = [.. File.ReadLines(TablePath())
            .SkipWhile(line => line != "## All errors").Where(line => line.StartsWith("| `", StringComparison.Ordinal))];

        string[] expected = [.. Enum.GetValues<EnPowerErrorId>().Select(Row)];
        Assert.True(
            documented.SequenceEqual(expected), "docs/errors.md has other rows than the code:\n" + string.Join('\n', expected));
    }

    private static string Row(EnPowerErrorId errorId)
    {
        (ErrorCategory category, string action) = ErrorRecords.Describe(errorId);
        return $"| `{errorId}` | {category} | {Meaning(errorId)} | {action} |";
    }

    private static string Meaning(EnPowerErrorId errorId) => Summaries[$"F:EnPower.EnPowerErrorId.{errorId}"];

    private static Dictionary<string, string> Summaries { get; } =
        XDocument.Load(Path.ChangeExtension(typeof(EnPowerErrorId).Assembly.Location, ".xml"))
            .Descendants("member")
            .Where(member => member.Element("summary") is not null)
            .ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary")!.Value.Trim());

    private static string TablePath()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "EnPower.PowerShell.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return Path.Combine(folder, "docs", "errors.md");
    }
}
