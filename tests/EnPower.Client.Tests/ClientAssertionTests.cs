using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using EnPower.Authentication;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EnPower;

/// <summary>Client assertions, verified by an independent library.</summary>
public sealed class ClientAssertionTests
{
    private const string ClientId = "the client";
    private const string Audience = "https://identity.example/connect/token";
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds());

    public static bool IsWindows => OperatingSystem.IsWindows();

    [Theory]
    [InlineData(2048)]
    [InlineData(3072)]
    [InlineData(4096)]
    public async Task It_is_signed_by_the_key_of_the_certificate(int keySize)
    {
        using X509Certificate2 certificate = TestCertificate.Create(keySize);

        TokenValidationResult result = await VerifyAsync(Create(certificate), certificate);

        Assert.True(result.IsValid, result.Exception?.Message);
    }

    [Fact]
    public async Task It_is_not_by_another_key()
    {
        using X509Certificate2 certificate = TestCertificate.Create();
        using X509Certificate2 other = TestCertificate.Create();

        TokenValidationResult result = await VerifyAsync(Create(certificate), other);

        Assert.IsType<SecurityTokenSignatureKeyNotFoundException>(result.Exception);
    }

    [Fact(Skip = "Only Windows has CNG, and keeps keys from being exported.", SkipUnless = nameof(IsWindows))]
    [SupportedOSPlatform("windows")]
    public async Task A_CNG_key_that_can_not_be_exported_signs()
    {
        using X509Certificate2 certificate = TestCertificate.CreateCng();
        Assert.ThrowsAny<CryptographicException>(() => certificate.Export(X509ContentType.Pkcs12));

        TokenValidationResult result = await VerifyAsync(Create(certificate), certificate);

        Assert.True(result.IsValid, result.Exception?.Message);
    }

    [Fact]
    public void The_header_names_algorithm_type_and_certificate()
    {
        using X509Certificate2 certificate = TestCertificate.Create();

        var token = new JsonWebToken(Create(certificate));

        Assert.Equal(("RS256", "JWT"), (token.Alg, token.Typ));
        var key = new X509SecurityKey(certificate);
        Assert.Equal((key.KeyId, key.X5t), (token.Kid, token.X5t));
        Assert.Equal(certificate.Thumbprint, token.Kid);
    }

    [Fact]
    public void The_claims_say_who_for_whom_and_for_ten_minutes()
    {
        using X509Certificate2 certificate = TestCertificate.Create();

        var token = new JsonWebToken(Create(certificate));

        Assert.Equal((ClientId, ClientId, Audience), (token.Issuer, token.Subject, Assert.Single(token.Audiences)));
        Assert.Equal(
            (Now.UtcDateTime, Now.UtcDateTime, Now.UtcDateTime.AddMinutes(10)), (token.ValidFrom, token.IssuedAt, token.ValidTo));
    }

    [Theory]
    [InlineData("nbf")]
    [InlineData("iat")]
    [InlineData("exp")]
    public void Times_are_numbers(string claim)
    {
        using X509Certificate2 certificate = TestCertificate.Create();

        using JsonDocument claims = JsonDocument.Parse(
            Base64UrlEncoder.Decode(new JsonWebToken(Create(certificate)).EncodedPayload));

        Assert.Equal(JsonValueKind.Number, claims.RootElement.GetProperty(claim).ValueKind);
    }

    [Fact]
    public void No_two_have_the_same_identifier()
    {
        using X509Certificate2 certificate = TestCertificate.Create();

        Assert.NotEqual(new JsonWebToken(Create(certificate)).Id, new JsonWebToken(Create(certificate)).Id);
    }

    private static string Create(X509Certificate2 certificate) => ClientAssertion.Create(ClientId, Audience, certificate, Now);

    private static Task<TokenValidationResult> VerifyAsync(string assertion, X509Certificate2 certificate) =>
        new JsonWebTokenHandler().ValidateTokenAsync(assertion, new TokenValidationParameters
        {
            ValidIssuer = ClientId,
            ValidAudience = Audience,
            ValidAlgorithms = ["RS256"],
            ClockSkew = TimeSpan.FromSeconds(5),
            IssuerSigningKey = new X509SecurityKey(certificate.WithoutPrivateKey()),
        });
}
