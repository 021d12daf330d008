using System.Net;
using System.Security;

namespace EnPower.Connections;

/// <summary>What environment variables say of a connection.</summary>
internal sealed class EnvironmentSettings
{
    private const string ClientIdName = "ENPOWER_CLIENT_ID";
    private const string ClientSecretName = "ENPOWER_CLIENT_SECRET";
    private const string CertificatePathName = "ENPOWER_CLIENT_CERTIFICATE_PATH";
    private const string CertificatePasswordName = "ENPOWER_CLIENT_CERTIFICATE_PASSWORD";
    private const string RegionName = "ENPOWER_REGION";
    private const string EndpointName = "ENPOWER_ENDPOINT";
    private const string AuthorityName = "ENPOWER_AUTHORITY";

    public required string ClientId { get; init; }

    /// <summary>Gets the client secret; <see langword="null"/> if there is a certificate.</summary>
    public SecureString? ClientSecret { get; init; }

    public string? CertificatePath { get; init; }

    public SecureString? CertificatePassword { get; init; }

    public string? Region { get; init; }

    public Uri? Endpoint { get; init; }

    public Uri? Authority { get; init; }

    /// <summary>Reads the variables.</summary>
    /// <exception cref="EnPowerException">A variable is missing or invalid.</exception>
    public static EnvironmentSettings Read()
    {
        string? clientId = Get(ClientIdName);
        string? secret = Get(ClientSecretName);
        string? certificatePath = Get(CertificatePathName);
        if (clientId is null || (secret is null && certificatePath is null))
        {
            string?[] missing =
            [
                clientId is null ? ClientIdName : null,
                secret is null && certificatePath is null ? $"{ClientSecretName} (or {CertificatePathName})" : null,
            ];
            throw new EnPowerException(
                EnPowerErrorId.EnvironmentVariableMissing,
                "-EnvironmentVariable takes the credential from environment variables. Missing: "
                + $"{string.Join(", ", missing.Where(static name => name is not null))}.");
        }

        if (secret is not null && certificatePath is not null)
        {
            throw Invalid($"{ClientSecretName} and {CertificatePathName} exclude each other, and both are set.");
        }

        return new EnvironmentSettings
        {
            ClientId = clientId,
            ClientSecret = ToSecureString(secret),
            CertificatePath = certificatePath,
            CertificatePassword = ToSecureString(Get(CertificatePasswordName)),
            Region = GetRegion(),
            Endpoint = GetAddress(EndpointName),
            Authority = GetAddress(AuthorityName),
        };
    }

    private static string? Get(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static string? GetRegion() =>
        Get(RegionName) is not { } code ? null
        : EnPower.Region.Find(code) is not null ? code
        : throw Invalid($"{RegionName} is \"{code}\". The regions are {ValidateRegionAttribute.KnownCodes}.");

    private static Uri? GetAddress(string name) =>
        Get(name) is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out Uri? address) ? address
        : throw Invalid($"{name} is no address, such as https://graph-us.avepointonlineservices.com.");

    private static SecureString? ToSecureString(string? text) =>
        text is null ? null : new NetworkCredential(string.Empty, text).SecurePassword;

    private static EnPowerException Invalid(string message) => new(EnPowerErrorId.EnvironmentVariableInvalid, message);
}
