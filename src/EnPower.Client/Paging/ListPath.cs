using System.Reflection;

namespace EnPower.Paging;

/// <summary>The path of a model's list, in which the identifier of a parent may have a place.</summary>
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

    /// <summary>Puts the identifier of a parent in its place, which it can't leave.</summary>
    /// <exception cref="EnPowerException">It would lead to another path.</exception>
    public string With(string? parentKey)
    {
        if (_after is null)
        {
            return _before;
        }

        // Windows PowerShell undoes the escape of a slash, and every .NET follows two points to the folder above.
        return parentKey is { Length: > 0 } key && key.IndexOfAny(['/', '\\']) < 0 && key.Trim('.').Length > 0 && !key.Any(char.IsControl)
            ? _before + Uri.EscapeDataString(key) + _after
            : throw new EnPowerException(
                EnPowerErrorId.InvalidIdentifier,
                $"'{parentKey}' is no identifier: one is never empty, and has more in it than points, and no slash, backslash or "
                + "control character.");
    }

    /// <summary>Finds the identifier of the parent in the address of a page; <see langword="null"/> where it isn't there.</summary>
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
