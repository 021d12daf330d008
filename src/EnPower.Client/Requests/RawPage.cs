using EnPower.Paging;

namespace EnPower.Requests;

internal sealed class RawPage(IReadOnlyList<object> items) : ResourcePage
{
    public override IReadOnlyList<object> Items => items;
}
