using System.Text.RegularExpressions;

namespace EnPower.Snapshots;

/// <summary>about_EnPower_Snapshots is consistent with the models.</summary>
public sealed partial class SnapshotHelpTests
{
    public static TheoryData<string> Resources => [.. ResourceModel.Resources.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Resources))]
    public void Help_lists_what_is_volatile_and_what_matters_to_security(string resource)
    {
        IReadOnlyList<ResourceProperty> properties = ResourceModel.Find(resource)!.Properties;

        Assert.Equal(NamesOf(property => property.IsVolatile), ListOf("Volatile"));
        Assert.Equal(NamesOf(property => property.IsSecurityRelevant), ListOf("Security"));

        IEnumerable<string> NamesOf(Func<ResourceProperty, bool> isListed) =>
            properties.Where(isListed).Select(property => property.Name).Order(StringComparer.Ordinal).DefaultIfEmpty("none");

        IEnumerable<string> ListOf(string label)
        {
            string section = Regex.Split(File.ReadAllText(TopicPath()).ReplaceLineEndings("\n"), "^##+ ", RegexOptions.Multiline)
                .Single(part => part.StartsWith($"{resource}\n", StringComparison.Ordinal));
            Match list = Regex.Match(section, $@"^{label}: ([^.]*)\.", RegexOptions.Multiline);
            return WhiteSpace().Split(list.Groups[1].Value.Replace(",", string.Empty));
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    private static string TopicPath()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "EnPower.PowerShell.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return Path.Combine(folder, "docs", "en-US", "about_EnPower_Snapshots.md");
    }
}
