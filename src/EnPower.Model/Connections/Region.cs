namespace EnPower;

/// <summary>
/// A data centre of AvePoint Online Services, with the addresses of its AvePoint Graph API and its identity service.
/// </summary>
/// <remarks>Source: https://learn.avepoint.com/docs/overview.html and https://learn.avepoint.com/docs/register-app.html</remarks>
public sealed class Region
{
    private const string Commercial = "https://identity.avepointonlineservices.com";
    private const string UnitedStatesGovernment = "https://identity-gov.avepointonlineservices.com";
    private const string Aos2 = "https://identity-aos2.avepointonlineservices.com";
    private const string FedRamp = "https://identity.online15.net";

    private Region(string code, string name, string? endpoint = null, string authority = Commercial)
    {
        Code = code;
        Name = name;
        Endpoint = new Uri(endpoint ?? $"https://graph-{code}.avepointonlineservices.com");
        Authority = new Uri(authority);
    }

    /// <summary>Gets the code in the host name of the API, such as <c>us</c>, <c>we</c> or <c>gov</c>.</summary>
    public string Code { get; }

    /// <summary>Gets the location of the data centre.</summary>
    public string Name { get; }

    /// <summary>Gets the base address of the AvePoint Graph API in this region.</summary>
    public Uri Endpoint { get; }

    /// <summary>Gets the base address of the identity service that issues tokens for this region.</summary>
    public Uri Authority { get; }

    /// <summary>Gets every documented region.</summary>
    public static IReadOnlyList<Region> All { get; } =
    [
        new("us", "US East (Virginia)"),
        new("ca", "Canada Central (Toronto)"),
        new("ne", "North Europe (Ireland)"),
        new("we", "West Europe (Netherlands)"),
        new("fr", "France Central (Paris)"),
        new("de", "Germany West Central (Frankfurt)"),
        new("ch", "Switzerland North (Zurich)"),
        new("uk", "UK South (London)"),
        new("au", "Australia South East"),
        new("sg", "Singapore"),
        new("jp", "Japan West (Osaka)"),
        new("kr", "Korea Central (Seoul)"),
        new("uae", "UAE (Dubai)"),
        new("za", "South Africa North (Johannesburg)"),
        new("qa", "Qatar Central (Doha)"),
        new("gov", "US Government", authority: UnitedStatesGovernment),
        new("aos2", "AOS2", authority: Aos2),
        new("fedramp", "FedRAMP Cloud (Project Hosts)", "https://graphusgovapi.online15.net", FedRamp),
        new("gcp-au", "Google Cloud, Australia"),
        new("gcp-jp", "Google Cloud, Japan"),
        new("gcp-us", "Google Cloud, United States"),
        new("gcp-we", "Google Cloud, West Europe"),
        new("gcp-kr", "Google Cloud, Korea"),
    ];

    /// <summary>Finds a region by its code, ignoring case.</summary>
    /// <param name="code">The code, such as <c>us</c>.</param>
    /// <returns>The region, or <see langword="null"/> if no region has this code.</returns>
    public static Region? Find(string code) =>
        All.FirstOrDefault(region => string.Equals(region.Code, code, StringComparison.OrdinalIgnoreCase));

    /// <summary>Finds a region by the host of its API.</summary>
    /// <param name="endpoint">Any address on the API's host.</param>
    /// <returns>The region, or <see langword="null"/> if the host is not documented.</returns>
    public static Region? FindByEndpoint(Uri endpoint) =>
        All.FirstOrDefault(region => string.Equals(region.Endpoint.Host, endpoint.Host, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public override string ToString() => $"{Code}: {Name}";
}
