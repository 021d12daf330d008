using System.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
#if NET
using System.Net;
using System.Runtime.InteropServices;
using System.Text;
#endif

namespace EnPower.Authentication;

/// <summary>Reads a certificate with its private key from a PFX or PEM file. Writes to no file and no key store.</summary>
internal static class CertificateFile
{
    private const int InvalidPassword = unchecked((int)0x80070056);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="password">The password of the file or of the key in it.</param>
    /// <returns>The certificate, without a private key if the file has none. The caller disposes it.</returns>
    /// <exception cref="EnPowerException">The file does not exist, can't be read, or has another password.</exception>
    public static X509Certificate2 Read(string path, SecureString? password)
    {
        byte[] content = ReadContent(path);
        try
        {
            return IsPem(content) ? ReadPem(path, content, password) : ReadPkcs12(path, content, password);
        }
        finally
        {
            Array.Clear(content, 0, content.Length);
        }
    }

    private static byte[] ReadContent(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new EnPowerException(
                EnPowerErrorId.CertificateFileNotFound, $"The certificate file {path} does not exist.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Invalid(path, exception.Message, exception);
        }
    }

    private static bool IsPem(byte[] content) => content.AsSpan().IndexOf("-----BEGIN "u8) >= 0;

    private static X509Certificate2 ReadPkcs12(string path, byte[] content, SecureString? password)
    {
        try
        {
            return new X509Certificate2(content, password, KeyStorageFlags);
        }
        catch (CryptographicException exception) when (exception.HResult == InvalidPassword)
        {
            throw WrongPassword(path, password, exception);
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            throw Invalid(path, "It is neither PFX nor PEM.", exception);
        }
    }

#if NET
    // Keeps the private key in memory. macOS can't, and uses a keychain with the lifetime of the certificate.
    private static X509KeyStorageFlags KeyStorageFlags => RuntimeInformation.IsOSPlatform(OSPlatform.OSX)
        ? X509KeyStorageFlags.DefaultKeySet
        : X509KeyStorageFlags.EphemeralKeySet;

    private static X509Certificate2 ReadPem(string path, byte[] content, SecureString? password)
    {
        char[] text = Encoding.UTF8.GetChars(content);
        try
        {
            ReadOnlySpan<char> pem = text.AsSpan().TrimStart('\uFEFF');
            X509Certificate2 certificate = X509Certificate2.CreateFromPem(pem);
            using RSA? publicKey = certificate.GetRSAPublicKey();
            if (publicKey is null || !pem.Contains("PRIVATE KEY-----", StringComparison.Ordinal))
            {
                return certificate;
            }

            certificate.Dispose();
            return pem.Contains("-----BEGIN ENCRYPTED PRIVATE KEY-----", StringComparison.Ordinal)
                ? ReadEncryptedPem(path, pem, password)
                : X509Certificate2.CreateFromPem(pem, pem);
        }
        catch (CryptographicException exception)
        {
            throw Invalid(
                path,
                "A PEM file must contain a certificate and its private key, unencrypted or encrypted by PKCS #8.",
                exception);
        }
        finally
        {
            Array.Clear(text);
        }
    }

    private static X509Certificate2 ReadEncryptedPem(string path, ReadOnlySpan<char> pem, SecureString? password)
    {
        try
        {
            return X509Certificate2.CreateFromEncryptedPem(pem, pem, new NetworkCredential(string.Empty, password).Password);
        }
        catch (CryptographicException exception)
        {
            throw WrongPassword(path, password, exception);
        }
    }
#else
    // EphemeralKeySet keeps the private key in memory. .NET Framework 4.7.2 has it, .NET Standard 2.0 does not define it.
    private static X509KeyStorageFlags KeyStorageFlags => (X509KeyStorageFlags)32;

    private static X509Certificate2 ReadPem(string path, byte[] content, SecureString? password) => throw new EnPowerException(
        EnPowerErrorId.PemNotSupported,
        $"{path} is a PEM file. Windows PowerShell does not support PEM files.");
#endif

    private static EnPowerException WrongPassword(string path, SecureString? password, Exception exception) => new(
        EnPowerErrorId.CertificatePasswordIncorrect,
        password is null
            ? $"The certificate file {path} is encrypted, and the password is missing."
            : $"The password of the certificate file {path} is wrong.",
        exception);

    private static EnPowerException Invalid(string path, string reason, Exception exception) =>
        new(EnPowerErrorId.InvalidCertificateFile, $"The certificate file {path} can't be read. {reason}", exception);
}
