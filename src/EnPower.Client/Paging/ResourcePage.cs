using System.Collections;

namespace EnPower.Paging;

/// <summary>One page of a list, as the API wraps it. Each resource names its own list.</summary>
internal abstract class ResourcePage
{
    public long? TotalCount { get; set; }

    public string? NextLink { get; set; }

    [JsonIgnore]
    public abstract IList? Items { get; }
}
