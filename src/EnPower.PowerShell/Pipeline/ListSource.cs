using EnPower.Paging;

namespace EnPower.Pipeline;

/// <summary>A list to read.</summary>
/// <param name="Query">The query.</param>
/// <param name="Name">The specified tenant, parent or path, or <see langword="null"/>.</param>
/// <param name="Label">The description of the list in a sentence.</param>
internal sealed record ListSource(PageQuery Query, string? Name, string Label);
