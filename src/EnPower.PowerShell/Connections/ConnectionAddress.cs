namespace EnPower.Connections;

/// <summary>Where a connection leads to.</summary>
/// <param name="Endpoint">The base address of the API.</param>
/// <param name="Authority">The base address of the identity service, or <see langword="null"/>.</param>
/// <param name="Region">The region of a documented endpoint, or <see langword="null"/>.</param>
internal sealed record ConnectionAddress(Uri Endpoint, Uri? Authority, Region? Region)
{
    /// <summary>Creates the address from the parameters of a user.</summary>
    /// <exception cref="EnPowerException">An address is missing, or can't be used.</exception>
    public static ConnectionAddress Locate(string? regionCode, Uri? endpoint, Uri? authority, bool needsAuthority)
    {
        Region? region = regionCode is null ? null : Region.Find(regionCode);
        endpoint = Address.ParseEndpoint(endpoint ?? region?.Endpoint ?? throw new EnPowerException(
            EnPowerErrorId.InvalidEndpoint,
            "The region is missing. Pass -Region, such as -Region us, or -Endpoint and -Authority."));

        // The endpoint determines the region, even if the two differ.
        region = Region.FindByEndpoint(endpoint);
        if (!needsAuthority)
        {
            return new ConnectionAddress(endpoint, null, region);
        }

        authority = Address.ParseAuthority(authority ?? region?.Authority ?? throw new EnPowerException(
            EnPowerErrorId.InvalidAuthority,
            $"{endpoint} is not the endpoint of a known region. Specify its identity service by -Authority."));
        return new ConnectionAddress(endpoint, authority, region);
    }

    /// <summary>Sees to it that certificate checks are skipped for servers on this machine only.</summary>
    /// <exception cref="EnPowerException">A server is on another machine.</exception>
    public void RequireLoopback()
    {
        Uri? distant = !Endpoint.IsLoopback ? Endpoint : Authority is { IsLoopback: false } ? Authority : null;
        if (distant is not null)
        {
            throw new EnPowerException(
                EnPowerErrorId.SkipCertificateCheckNotAllowed,
                $"-SkipCertificateCheck is for servers on this machine only, and {distant.Host} is another.");
        }
    }
}
