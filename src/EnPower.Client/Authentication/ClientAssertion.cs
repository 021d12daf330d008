using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace EnPower.Authentication;

/// <summary>
/// A JWT client assertion (RFC 7523): proves possession of the private key of a certificate. Its claims are those of
/// AvePoint's samples. Source: https://learn.avepoint.com/docs/register-app.html
/// </summary>
internal static class ClientAssertion
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>Creates an assertion for one request.</summary>
    /// <param name="clientId">The client ID.</param>
    /// <param name="audience">The token endpoint.</param>
    /// <param name="certificate">An RSA certificate. Its private key doesn't have to be exportable.</param>
    /// <param name="now">The current time.</param>
    public static string Create(string clientId, string audience, X509Certificate2 certificate, DateTimeOffset now)
    {
        string header = Encode(json =>
        {
            json.WriteString("alg", "RS256");
            json.WriteString("typ", "JWT");
            json.WriteString("kid", certificate.Thumbprint);
            json.WriteString("x5t", Base64Url.Encode(certificate.GetCertHash()));
        });
        string claims = Encode(json =>
        {
            json.WriteString("iss", clientId);
            json.WriteString("sub", clientId);
            json.WriteString("aud", audience);
            json.WriteString("jti", Guid.NewGuid());
            json.WriteNumber("nbf", now.ToUnixTimeSeconds());
            json.WriteNumber("iat", now.ToUnixTimeSeconds());
            json.WriteNumber("exp", (now + Lifetime).ToUnixTimeSeconds());
        });

        string content = $"{header}.{claims}";
        using RSA key = certificate.GetRSAPrivateKey()!;
        byte[] signature = key.SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{content}.{Base64Url.Encode(signature)}";
    }

    private static string Encode(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Base64Url.Encode(buffer.ToArray());
    }
}
