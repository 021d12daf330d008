using EnPower.Paging;

namespace EnPower.Pipeline;

/// <summary>A list that a command is to read.</summary>
/// <param name="Query">What to ask for.</param>
/// <param name="Name">The tenant, parent or path that was named; <see langword="null"/> where none was.</param>
/// <param name="Label">What is read, in a sentence.</param>
internal sealed record ListSource(PageQuery Query, string? Name, string Label);
