using System.Collections;
using EnPower.Paging;

namespace EnPower.Requests;

internal sealed class RawPage(object[] items) : ResourcePage
{
    public override IList Items => items;
}
