using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EnPower.Authentication;

namespace EnPower;

public sealed class CertificateTests : IDisposable
{
    private const string Password = "pass phrase";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("EnPower.");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(null)]
    [InlineData(Password)]
    public void A_PFX_file_is_read_with_its_private_key(string? password)
    {
        using X509Certificate2 certificate = TestCertificate.Create();
        string path = Save(certificate.Export(X509ContentType.Pkcs12, password));

        using X509Certificate2 read = CertificateFile.Read(path, password is null ? null : EmulatorFixture.Secure(password));

        AssertSigns(read, certificate);
    }

    [Fact]
    public void A_PEM_file_is_read_with_its_private_key()
    {
        using X509Certificate2 certificate = TestCertificate.Create();

        using X509Certificate2 read = CertificateFile.Read(Save(certificate.ToPem()), password: null);

        AssertSigns(read, certificate);
    }

    [Fact]
    public void A_PEM_file_with_an_encrypted_private_key_is_read()
    {
        using X509Certificate2 certificate = TestCertificate.Create();

        using X509Certificate2 read = CertificateFile.Read(
            Save(certificate.ToEncryptedPem(Password)), EmulatorFixture.Secure(Password));

        AssertSigns(read, certificate);
    }

    [Fact]
    public void A_PEM_file_may_start_with_a_byte_order_mark_and_have_its_key_first()
    {
        using X509Certificate2 certificate = TestCertificate.Create();
        using RSA key = certificate.GetRSAPrivateKey()!;
        string path = Save("\uFEFF" + key.ExportRSAPrivateKeyPem() + "\r\n" + certificate.ExportCertificatePem());

        using X509Certificate2 read = CertificateFile.Read(path, password: null);

        AssertSigns(read, certificate);
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(true, "another phrase")]
    [InlineData(false, null)]
    [InlineData(false, "another phrase")]
    public void A_missing_or_wrong_password_is_an_error_of_its_own(bool isPem, string? password)
    {
        using X509Certificate2 certificate = TestCertificate.Create();
        string path = isPem
            ? Save(certificate.ToEncryptedPem(Password))
            : Save(certificate.Export(X509ContentType.Pkcs12, Password));

        EnPowerException exception = AssertFails(
            EnPowerErrorId.CertificatePasswordIncorrect,
            () => CertificateFile.Read(path, password is null ? null : EmulatorFixture.Secure(password)));

        Assert.Equal(
            password is null
                ? $"The certificate file {path} is encrypted, and the password is missing."
                : $"The password of the certificate file {path} is wrong.",
            exception.Message);
        Assert.DoesNotContain("phrase", exception.ToString());
    }

    [Theory]
    [InlineData("", "neither PFX nor PEM.")]
    [InlineData("no certificate", "neither PFX nor PEM.")]
    [InlineData(
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", "must contain a certificate and its private key,")]
    [InlineData(
        "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n-----END RSA PRIVATE KEY-----",
        "must contain a certificate and its private key,")]
    public void A_file_that_is_no_certificate_is_an_error_of_its_own(string content, string reason)
    {
        string path = Save(content);

        EnPowerException exception = AssertFails(
            EnPowerErrorId.InvalidCertificateFile, () => CertificateFile.Read(path, password: null));

        Assert.StartsWith($"The certificate file {path} can't be read. ", exception.Message);
        Assert.Contains(reason, exception.Message);
    }

    [Theory]
    [InlineData("missing.pfx")]
    [InlineData("missing/missing.pfx")]
    public void A_missing_file_is_an_error_of_its_own(string name)
    {
        string path = Path.Combine(_folder.FullName, name);

        EnPowerException exception = AssertFails(
            EnPowerErrorId.CertificateFileNotFound, () => CertificateFile.Read(path, password: null));

        Assert.Equal($"The certificate file {path} does not exist.", exception.Message);
    }

    [Fact]
    public void A_folder_is_no_certificate_file() => AssertFails(
        EnPowerErrorId.InvalidCertificateFile, () => CertificateFile.Read(_folder.FullName, password: null));

    [Fact]
    public void Reading_leaves_the_file_as_it_was_and_nothing_beside_it()
    {
        using X509Certificate2 certificate = TestCertificate.Create();
        string path = Save(certificate.Export(X509ContentType.Pkcs12, Password));
        byte[] content = File.ReadAllBytes(path);
        File.SetAttributes(path, FileAttributes.ReadOnly);

        CertificateFile.Read(path, EmulatorFixture.Secure(Password)).Dispose();

        File.SetAttributes(path, FileAttributes.Normal);
        Assert.Equal(content, File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.FullName));
    }

    [Fact]
    public void A_certificate_without_private_key_is_refused()
    {
        using X509Certificate2 certificate = TestCertificate.Create();

        AssertRefused(EnPowerErrorId.CertificateWithoutPrivateKey, "has no private key.", certificate.WithoutPrivateKey());
    }

    [Fact]
    public void A_file_with_the_public_part_only_is_refused()
    {
        using X509Certificate2 certificate = TestCertificate.Create();

        AssertRefused(
            EnPowerErrorId.CertificateWithoutPrivateKey,
            "has no private key.",
            CertificateFile.Read(Save(certificate.RawData), password: null));
        AssertRefused(
            EnPowerErrorId.CertificateWithoutPrivateKey,
            "has no private key.",
            CertificateFile.Read(Save(certificate.ExportCertificatePem()), password: null));
    }

    [Fact]
    public void An_ECDSA_key_is_refused()
    {
        AssertRefused(EnPowerErrorId.CertificateKeyNotSupported, "has a key of type ECC.", TestCertificate.CreateEcdsa());

        using X509Certificate2 certificate = TestCertificate.CreateEcdsa();
        using ECDsa key = certificate.GetECDsaPrivateKey()!;
        string path = Save(certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        AssertRefused(
            EnPowerErrorId.CertificateKeyNotSupported, "has a key of type ECC.", CertificateFile.Read(path, password: null));
    }

    [Fact]
    public void A_short_key_is_refused() =>
        AssertRefused(
            EnPowerErrorId.CertificateKeyNotSupported,
            "has an RSA key of 1024 bits. The minimum is 2048.",
            TestCertificate.Create(keySize: 1024));

    [Fact]
    public void An_expired_certificate_is_refused() =>
        AssertRefused(
            EnPowerErrorId.CertificateExpired, "expired on ", TestCertificate.Create(validFromDays: -2, validToDays: -1));

    [Fact]
    public void A_certificate_that_is_not_yet_valid_is_refused() =>
        AssertRefused(
            EnPowerErrorId.CertificateNotYetValid,
            "is not valid before ",
            TestCertificate.Create(validFromDays: 1, validToDays: 2));

    [Fact]
    public void A_certificate_that_its_owner_disposed_is_refused()
    {
        X509Certificate2 certificate = TestCertificate.Create();
        certificate.Dispose();

        EnPowerException exception = AssertFails(
            EnPowerErrorId.CertificateKeyNotUsable, () => CertificateCredential.Copy(certificate));

        Assert.Equal("The certificate has been disposed.", exception.Message);
    }

    [Fact]
    public void A_refused_certificate_is_disposed()
    {
        X509Certificate2 certificate = TestCertificate.Create(keySize: 1024);

        AssertRefused(EnPowerErrorId.CertificateKeyNotSupported, "has an RSA key", certificate);

        Assert.Equal(IntPtr.Zero, certificate.Handle);
    }

    [Fact]
    public void Two_certificates_of_one_thumbprint_are_an_error_of_their_own()
    {
        using X509Certificate2 certificate = TestCertificate.Create();
        using X509Certificate2 copy = certificate.WithoutPrivateKey();

        EnPowerException exception = AssertFails(
            EnPowerErrorId.CertificateAmbiguous, () => CertificateStore.SingleOf([certificate, copy], certificate.Thumbprint));

        Assert.Equal($"One certificate store contains 2 certificates {certificate.Thumbprint}.", exception.Message);
    }

    [Fact]
    public void A_store_without_the_certificate_has_none_of_it()
    {
        using X509Certificate2 certificate = TestCertificate.Create();

        Assert.Null(CertificateStore.SingleOf([], certificate.Thumbprint));
    }

    [Fact]
    public void A_thumbprint_that_no_store_has_is_an_error_that_says_which_were_searched()
    {
        using X509Certificate2 certificate = TestCertificate.Create();

        EnPowerException exception = AssertFails(
            EnPowerErrorId.CertificateNotFound, () => CertificateStore.Find(certificate.Thumbprint));

        Assert.Contains(@"CurrentUser\My or LocalMachine\My", exception.Message);
    }

    [Theory]
    [InlineData("\u200Eab cd ef 01 23 45 67 89 ab cd ef 01 23 45 67 89 ab cd ef 01")]
    [InlineData("AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01")]
    public void A_thumbprint_is_understood_as_tools_show_it(string thumbprint)
    {
        EnPowerException exception = AssertFails(EnPowerErrorId.CertificateNotFound, () => CertificateStore.Find(thumbprint));

        Assert.Contains(" ABCDEF0123456789ABCDEF0123456789ABCDEF01 ", exception.Message);
    }

    [Theory]
    [InlineData("ABCDEF")]
    [InlineData("CN=EnPower")]
    [InlineData("ABCDEF0123456789ABCDEF0123456789ABCDEF0X")]
    public void What_is_no_thumbprint_is_an_error_of_its_own(string thumbprint) => Assert.Equal(
        $"\"{thumbprint}\" is not a thumbprint of 40 hexadecimal digits.",
        AssertFails(EnPowerErrorId.InvalidThumbprint, () => CertificateStore.Find(thumbprint)).Message);

    private static void AssertSigns(X509Certificate2 read, X509Certificate2 original)
    {
        Assert.Equal(original.Thumbprint, read.Thumbprint);
        using RSA key = read.GetRSAPrivateKey()!;
        using RSA publicKey = original.GetRSAPublicKey()!;
        byte[] data = [1, 2, 3];
        byte[] signature = key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        Assert.True(publicKey.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    private static void AssertRefused(EnPowerErrorId errorId, string reason, X509Certificate2 certificate)
    {
        string thumbprint = certificate.Thumbprint;

        EnPowerException exception = AssertFails(
            errorId, () => new CertificateCredential("client", certificate, TimeProvider.System));

        Assert.Contains($"({thumbprint}) {reason}", exception.Message);
    }

    private static EnPowerException AssertFails(EnPowerErrorId errorId, Func<object?> action)
    {
        var exception = Assert.Throws<EnPowerException>(action);
        Assert.Equal(errorId, exception.ErrorId);
        return exception;
    }

    private string Save(string content) => Save(System.Text.Encoding.UTF8.GetBytes(content));

    private string Save(byte[] content)
    {
        string path = Path.Combine(_folder.FullName, Guid.NewGuid().ToString());
        File.WriteAllBytes(path, content);
        return path;
    }
}
