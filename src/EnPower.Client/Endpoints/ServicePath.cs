namespace EnPower.Endpoints;

/// <summary>The path of EnPower on an endpoint, which other services share.</summary>
internal static class ServicePath
{
    public const string Segment = "smp";

    public const string Prefix = $"/{Segment}/";
}
