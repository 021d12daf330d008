using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace EnPower.Emulator;

/// <summary>The two registered clients: one with the scope of the API, one without.</summary>
internal sealed class RegisteredClients(EmulatorOptions options)
{
    public string ClientId { get; } = options.ClientId ?? Guid.NewGuid().ToString();

    public string UnprivilegedClientId { get; } = Guid.NewGuid().ToString();

    public string ClientSecret { get; } = options.ClientSecret ?? Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));

    public async Task RegisterAsync(IOpenIddictApplicationManager applications, CancellationToken cancellationToken)
    {
        await applications.CreateAsync(Describe(ClientId), cancellationToken);
        await applications.CreateAsync(Describe(UnprivilegedClientId), cancellationToken);
    }

    private OpenIddictApplicationDescriptor Describe(string clientId)
    {
        var client = new OpenIddictApplicationDescriptor
        {
            ClientId = clientId,
            ClientSecret = ClientSecret,
            ClientType = ClientTypes.Confidential,
            Permissions =
            {
                Permissions.Endpoints.Token,
                Permissions.GrantTypes.ClientCredentials,
                Permissions.Prefixes.Scope + IdentityService.Scope,
            },
        };

        if (options.ClientCertificates.Count > 0)
        {
            client.JsonWebKeySet = new JsonWebKeySet();
            foreach (X509Certificate2 certificate in options.ClientCertificates)
            {
                client.JsonWebKeySet.Keys.Add(PublicKeyOf(certificate));
            }
        }

        return client;
    }

    private static JsonWebKey PublicKeyOf(X509Certificate2 certificate)
    {
        using RSA key = certificate.GetRSAPublicKey()
            ?? throw new ArgumentException($"The client certificate {certificate.Subject} has no RSA key.");
        RSAParameters parameters = key.ExportParameters(includePrivateParameters: false);
        return new JsonWebKey
        {
            Kty = JsonWebAlgorithmsKeyTypes.RSA,
            Use = JsonWebKeyUseNames.Sig,
            Kid = certificate.Thumbprint,
            X5t = Base64UrlEncoder.Encode(certificate.GetCertHash()),
            N = Base64UrlEncoder.Encode(parameters.Modulus),
            E = Base64UrlEncoder.Encode(parameters.Exponent),
        };
    }
}
