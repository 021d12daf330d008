using System.Collections;

namespace EnPower.Paging;

/// <summary>A parsed page of the API.</summary>
/// <param name="Items">The items; <see langword="null"/> if the page has no list.</param>
/// <param name="TotalCount">The total count of items; <see langword="null"/> if the page has no valid count.</param>
/// <param name="NextLink">The unresolved link to the next page; <see langword="null"/> on the last page.</param>
/// <param name="Mismatches">The number of items with a value of an undocumented type, by field.</param>
/// <param name="MissingFields">The documented fields that no item has; <see langword="null"/> if there are no items.</param>
internal sealed record ListPage(
    IList? Items,
    long? TotalCount,
    string? NextLink,
    IReadOnlyDictionary<string, int>? Mismatches = null,
    IReadOnlyList<string>? MissingFields = null);
