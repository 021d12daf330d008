using System.Collections;

namespace EnPower.Paging;

/// <summary>A page that was read whole.</summary>
/// <param name="Uri">Where it was read.</param>
/// <param name="Items">What it holds; it can be empty with more pages to come. Consumers may null items that they have processed.</param>
/// <param name="TotalCount">How many items the API says there are; <see langword="null"/> where it says nothing that is a count.</param>
/// <param name="NextLink">The link to the next page; <see langword="null"/> on the last one.</param>
/// <param name="Mismatches">How many items have a value of another type than documented, by field; <see langword="null"/> for none.</param>
/// <param name="MissingFields">The documented fields that no item names; <see langword="null"/> where there are no items.</param>
internal sealed record Page(
    Uri Uri,
    IList Items,
    long? TotalCount,
    NextLink? NextLink,
    IReadOnlyDictionary<string, int>? Mismatches,
    IReadOnlyList<string>? MissingFields)
{
    /// <summary>
    /// Gets a value indicating whether the count is certain to be of all pages; the documentation leaves open whether the API
    /// counts all of them or this one.
    /// </summary>
    public bool IsTotalCountExact => TotalCount is not null && (NextLink is null || TotalCount > Items.Count);
}
