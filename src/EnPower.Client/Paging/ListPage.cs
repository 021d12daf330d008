using System.Collections;

namespace EnPower.Paging;

/// <summary>What a page of the API says: a list, beside a total count and a link to the next page.</summary>
/// <param name="Items">The list; <see langword="null"/> where there is none.</param>
/// <param name="TotalCount">How many items the API says there are; <see langword="null"/> where it says nothing that is a count.</param>
/// <param name="NextLink">The link to the next page, as it came; <see langword="null"/> where the API has nothing or a placeholder.</param>
/// <param name="Mismatches">How many items have a value of another type than documented, by field.</param>
/// <param name="MissingFields">The documented fields that no item names; <see langword="null"/> where there are no items.</param>
internal sealed record ListPage(
    IList? Items,
    long? TotalCount,
    string? NextLink,
    IReadOnlyDictionary<string, int>? Mismatches = null,
    IReadOnlyList<string>? MissingFields = null);
