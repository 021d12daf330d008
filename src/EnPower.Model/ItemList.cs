using System.Collections.ObjectModel;

namespace EnPower;

/// <summary>A list that an object of the API holds. As text it is that of its items, so that a row of CSV or HTML can hold it.</summary>
/// <typeparam name="T">What it is a list of.</typeparam>
/// <param name="items">The items.</param>
public sealed class ItemList<T>(IList<T> items) : ReadOnlyCollection<T>(items)
{
    /// <summary>Gets the list without items.</summary>
    internal static ItemList<T> None { get; } = new([]);

    /// <summary>Returns the texts of the items, separated by semicolons; an empty text where there are none.</summary>
    public override string ToString() => ControlCharacters.MakeVisible(string.Join("; ", this));
}
