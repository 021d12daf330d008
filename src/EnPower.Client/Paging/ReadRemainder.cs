namespace EnPower.Paging;

/// <summary>What a read that broke off had still to do, beyond the page at which it did.</summary>
/// <param name="Query">What was read, but for tenant and page size.</param>
/// <param name="Top">The page size that was asked for; 0 for none.</param>
/// <param name="Tenants">The tenants to read after this one.</param>
/// <param name="Skip">How many objects were still to be left out.</param>
/// <param name="First">How many objects were still to be delivered, at most.</param>
internal sealed record ReadRemainder(ResourceQuery Query, int Top, IReadOnlyList<string> Tenants, ulong Skip, ulong First);
