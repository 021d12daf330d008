using System.Reflection;

namespace EnPower.Paging;

/// <summary>The path of a list, with an optional segment for the identifier of the parent.</summary>
internal sealed class ListPath
{
    private readonly string _before;
    private readonly string? _after;

    private ListPath(string path)
    {
        int start = path.IndexOf('{');
        _before = start < 0 ? path : path.Substring(0, start);
        _after = start < 0 ? null : path.Substring(path.IndexOf('}') + 1);
    }

    public static ListPath Of(Type model) => new(model.GetCustomAttribute<ApiListAttribute>()!.Path);

    /// <summary>Inserts the identifier of the parent.</summary>
    /// <exception cref="EnPowerException">The identifier would change the path.</exception>
    public string With(string? parentKey)
    {
        if (_after is null)
        {
            return _before;
        }

        // .NET Framework unescapes an escaped slash, and every .NET resolves dot segments.
        return parentKey is { Length: > 0 } key && key.IndexOfAny(['/', '\\']) < 0 && key.Trim('.').Length > 0
            && !key.Any(char.IsControl)
                ? _before + Uri.EscapeDataString(key) + _after
                : throw new EnPowerException(
                    EnPowerErrorId.InvalidIdentifier,
                    $"'{parentKey}' is not a valid identifier. It must not be empty, consist of dots, or contain a slash, "
                    + "a backslash or a control character.");
    }

    /// <summary>Gets the identifier of the parent from the address of a page; <see langword="null"/> if it has none.</summary>
    public string? KeyIn(Uri page)
    {
        string path = page.AbsolutePath + page.Query;
        int start = path.IndexOf(_before, StringComparison.OrdinalIgnoreCase) + _before.Length;
        if (_after is null || start < _before.Length)
        {
            return null;
        }

        int end = path.IndexOfAny(['/', '?', '&'], start);
        return Uri.UnescapeDataString(end < 0 ? path.Substring(start) : path.Substring(start, end - start));
    }
}
