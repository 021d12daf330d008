using System.Collections;

namespace EnPower.Paging;

/// <summary>A page that was read whole.</summary>
/// <param name="Uri">Where it was read.</param>
/// <param name="Items">What it holds; it can be empty with more pages to come. Whoever is done with an item may let go of it here.</param>
/// <param name="TotalCount">How many items the API says there are.</param>
/// <param name="NextLink">The link to the next page; <see langword="null"/> on the last one.</param>
internal sealed record Page(Uri Uri, IList Items, long? TotalCount, NextLink? NextLink)
{
    /// <summary>
    /// Gets a value indicating whether the count is certain to be of all pages; the documentation leaves open whether the API
    /// counts all of them or this one.
    /// </summary>
    public bool IsTotalCountExact => NextLink is null || TotalCount > Items.Count;
}
