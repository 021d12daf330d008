using System.Collections;

namespace EnPower.Paging;

/// <summary>A page that was read completely.</summary>
/// <param name="Uri">The address of the page.</param>
/// <param name="Items">The items; may be empty before the last page. Consumers may null items that they have processed.</param>
/// <param name="TotalCount">The total count of items; <see langword="null"/> if the page has no valid count.</param>
/// <param name="NextLink">The link to the next page; <see langword="null"/> on the last page.</param>
/// <param name="Mismatches">
/// The number of items with a value of an undocumented type, by field; <see langword="null"/> if there are none.
/// </param>
/// <param name="MissingFields">The documented fields that no item has; <see langword="null"/> if there are no items.</param>
internal sealed record Page(
    Uri Uri,
    IList Items,
    long? TotalCount,
    NextLink? NextLink,
    IReadOnlyDictionary<string, int>? Mismatches,
    IReadOnlyList<string>? MissingFields)
{
    /// <summary>
    /// Gets a value indicating whether the count certainly includes all pages. The documentation leaves open whether the API
    /// counts all pages or the current one.
    /// </summary>
    public bool IsTotalCountExact => TotalCount is not null && (NextLink is null || TotalCount > Items.Count);
}
