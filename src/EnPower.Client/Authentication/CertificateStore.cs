using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EnPower.Authentication;

/// <summary>Finds a certificate in the personal stores: the user's, then the machine's.</summary>
internal static class CertificateStore
{
    private const int ThumbprintLength = 40;

    /// <summary>Finds a certificate.</summary>
    /// <param name="thumbprint">The thumbprint, as any tool shows it: with spaces or colons too.</param>
    /// <returns>The certificate. It is the caller's to dispose.</returns>
    /// <exception cref="EnPowerException">There is no such certificate, or more than one.</exception>
    public static X509Certificate2 Find(string thumbprint)
    {
        string hexadecimal = Normalize(thumbprint);
        foreach (StoreLocation location in (StoreLocation[])[StoreLocation.CurrentUser, StoreLocation.LocalMachine])
        {
            using var store = new X509Store(StoreName.My, location);
            try
            {
                store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
            }
            catch (CryptographicException)
            {
                // Linux has no personal store of the machine, nor one of a user who never put a certificate there.
                continue;
            }

            if (SingleOf(store.Certificates, hexadecimal) is { } certificate)
            {
                return certificate;
            }
        }

        throw new EnPowerException(
            EnPowerErrorId.CertificateNotFound,
            $"There is no certificate {hexadecimal} in CurrentUser\\My or LocalMachine\\My. "
            + "Both were searched as far as this system has them.");
    }

    internal static X509Certificate2? SingleOf(X509Certificate2Collection certificates, string thumbprint)
    {
        X509Certificate2Collection found = certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false);
        return found.Count <= 1
            ? found.Cast<X509Certificate2>().SingleOrDefault()
            : throw new EnPowerException(
                EnPowerErrorId.CertificateAmbiguous, $"There are {found.Count} certificates {thumbprint} in one store.");
    }

    // Windows' certificate dialog puts spaces between the bytes, and a mark that no one sees before the first.
    private static string Normalize(string thumbprint)
    {
        string hexadecimal = new([.. thumbprint.Where(static character => character is not (' ' or ':' or '\u200E'))]);
        return hexadecimal.Length == ThumbprintLength && hexadecimal.All(static character => Uri.IsHexDigit(character))
            ? hexadecimal.ToUpperInvariant()
            : throw new EnPowerException(
                EnPowerErrorId.InvalidThumbprint,
                $"\"{thumbprint}\" is no thumbprint, which has {ThumbprintLength} hexadecimal digits.");
    }
}
