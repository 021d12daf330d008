using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EnPower;

/// <summary>Generates certificates of applications.</summary>
internal static class TestCertificate
{
    private const string Subject = "CN=EnPower test";
    private const int ValidFromDays = -1;
    private const int ValidToDays = 30;

    public static X509Certificate2 Create(int keySize = 2048, int validFromDays = ValidFromDays, int validToDays = ValidToDays)
    {
        using RSA key = RSA.Create(keySize);
        return Create(key, validFromDays, validToDays);
    }

    public static X509Certificate2 CreateEcdsa()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Create(new CertificateRequest(Subject, key, HashAlgorithmName.SHA256), ValidFromDays, ValidToDays);
    }

    [SupportedOSPlatform("windows")]
    public static X509Certificate2 CreateCng()
    {
        var parameters = new CngKeyCreationParameters { ExportPolicy = CngExportPolicies.None };
        parameters.Parameters.Add(new CngProperty("Length", BitConverter.GetBytes(2048), CngPropertyOptions.None));
        using CngKey cngKey = CngKey.Create(CngAlgorithm.Rsa, keyName: null, parameters);
        using var key = new RSACng(cngKey);
        return Create(key);
    }

    public static X509Certificate2 WithoutPrivateKey(this X509Certificate2 certificate) =>
        X509CertificateLoader.LoadCertificate(certificate.RawData);

    public static string ToPem(this X509Certificate2 certificate)
    {
        using RSA key = certificate.GetRSAPrivateKey()!;
        return certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem();
    }

    public static string ToEncryptedPem(this X509Certificate2 certificate, string password)
    {
        using RSA key = certificate.GetRSAPrivateKey()!;
        var parameters = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, iterationCount: 1000);
        return certificate.ExportCertificatePem() + "\n" + key.ExportEncryptedPkcs8PrivateKeyPem(password, parameters);
    }

    private static X509Certificate2 Create(RSA key, int validFromDays = ValidFromDays, int validToDays = ValidToDays) => Create(
        new CertificateRequest(Subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), validFromDays, validToDays);

    private static X509Certificate2 Create(CertificateRequest request, int validFromDays, int validToDays)
    {
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        DateTimeOffset now = DateTimeOffset.UtcNow;
        return request.CreateSelfSigned(now.AddDays(validFromDays), now.AddDays(validToDays));
    }
}
