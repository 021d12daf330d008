namespace EnPower;

/// <summary>
/// The regions, compared with the tables of https://learn.avepoint.com/docs/overview.html and .../register-app.html.
/// </summary>
public sealed class RegionTests
{
    [Theory]
    [InlineData("us", "https://graph-us.avepointonlineservices.com/", "https://identity.avepointonlineservices.com/")]
    [InlineData("UAE", "https://graph-uae.avepointonlineservices.com/", "https://identity.avepointonlineservices.com/")]
    [InlineData("gov", "https://graph-gov.avepointonlineservices.com/", "https://identity-gov.avepointonlineservices.com/")]
    [InlineData("aos2", "https://graph-aos2.avepointonlineservices.com/", "https://identity-aos2.avepointonlineservices.com/")]
    [InlineData("fedramp", "https://graphusgovapi.online15.net/", "https://identity.online15.net/")]
    [InlineData("gcp-kr", "https://graph-gcp-kr.avepointonlineservices.com/", "https://identity.avepointonlineservices.com/")]
    public void A_region_knows_its_API_and_its_identity_service(string code, string endpoint, string authority)
    {
        Region region = Region.Find(code)!;

        Assert.Equal((endpoint, authority), (region.Endpoint.AbsoluteUri, region.Authority.AbsoluteUri));
    }

    [Fact]
    public void All_documented_regions_are_there() => Assert.Equal(
        ["us", "ca", "ne", "we", "fr", "de", "ch", "uk", "au", "sg", "jp", "kr", "uae", "za", "qa", "gov", "aos2", "fedramp",
            "gcp-au", "gcp-jp", "gcp-us", "gcp-we", "gcp-kr"],
        Region.All.Select(region => region.Code));

    [Fact]
    public void Every_region_has_the_name_of_a_place_of_its_own()
    {
        Assert.All(Region.All, region => Assert.Matches("^[A-Z]", region.Name));
        Assert.Distinct(Region.All.Select(region => region.Name));
    }

    [Fact]
    public void A_region_is_found_by_its_endpoint() =>
        Assert.Equal("we", Region.FindByEndpoint(new Uri("https://GRAPH-WE.avepointonlineservices.com/smp"))!.Code);

    [Fact]
    public void There_is_no_region_eu() => Assert.Null(Region.Find("eu"));
}
