using System.Collections.ObjectModel;

namespace EnPower;

/// <summary>A list in a property of an object of the API. Converts to the text of its items, for CSV and HTML.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="items">The items.</param>
public sealed class ItemList<T>(IList<T> items) : ReadOnlyCollection<T>(items)
{
    /// <summary>Gets the list without items.</summary>
    internal static ItemList<T> None { get; } = new([]);

    /// <summary>Returns the texts of the items, separated by semicolons; an empty string if there are none.</summary>
    public override string ToString() => ControlCharacters.MakeVisible(string.Join("; ", this));
}
