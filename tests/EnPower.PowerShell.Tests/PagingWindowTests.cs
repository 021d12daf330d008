using EnPower.Pipeline;

namespace EnPower;

/// <summary>What -Skip and -First leave to read.</summary>
public sealed class PagingWindowTests
{
    [Theory]
    [InlineData(0, ulong.MaxValue, long.MaxValue)]
    [InlineData(0, 0, 0)]
    [InlineData(5, 7, 12)]
    [InlineData(5, long.MaxValue, long.MaxValue)]
    [InlineData(5, long.MaxValue - 5, long.MaxValue)]
    [InlineData(5, long.MaxValue - 6, long.MaxValue - 1)]
    [InlineData(long.MaxValue, 0, long.MaxValue)]
    [InlineData(ulong.MaxValue, 1, long.MaxValue)]
    public void As_many_are_read_as_are_skipped_and_wanted(ulong skip, ulong first, long limit) =>
        Assert.Equal(limit, new PagingWindow(skip, first).Limit);

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0, 1, 1)]
    [InlineData(1, 2, 3)]
    [InlineData(0, 999, 999)]
    [InlineData(1, 1000, 1000)]
    [InlineData(0, ulong.MaxValue, 1000)]
    public void A_page_has_what_is_needed_and_at_most_a_thousand(ulong skip, ulong first, int size) =>
        Assert.Equal(size, new PagingWindow(skip, first).PageSize);

    [Theory]
    [InlineData(0, ulong.MaxValue, false)]
    [InlineData(1, ulong.MaxValue, true)]
    [InlineData(0, ulong.MaxValue - 1, true)]
    public void Either_of_them_makes_it_count(ulong skip, ulong first, bool counts) =>
        Assert.Equal(counts, new PagingWindow(skip, first).Counts);

    [Fact]
    public void The_skipped_come_first_then_the_wanted_then_none()
    {
        var window = new PagingWindow(skip: 2, first: 2);

        Assert.Equal([false, false, true, true, false], Enumerable.Range(0, 5).Select(_ => window.Take()).ToArray());
        Assert.Equal((0UL, 0UL, 2L, true), (window.Skip, window.First, window.Written, window.IsComplete));
    }

    [Fact]
    public void Without_First_it_is_never_complete()
    {
        var window = new PagingWindow(skip: 0, first: ulong.MaxValue);

        Assert.True(window.Take());

        Assert.Equal((ulong.MaxValue, false), (window.First, window.IsComplete));
    }
}
