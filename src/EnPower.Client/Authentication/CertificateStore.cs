using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EnPower.Authentication;

/// <summary>Finds a certificate in the personal store of the user, then of the machine.</summary>
internal static class CertificateStore
{
    private const int ThumbprintLength = 40;

    /// <summary>Finds a certificate.</summary>
    /// <param name="thumbprint">The thumbprint. Spaces and colons are ignored.</param>
    /// <returns>The certificate. The caller disposes it.</returns>
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
                // Linux has no personal store of the machine, and creates the one of a user with the first certificate.
                continue;
            }

            if (SingleOf(store.Certificates, hexadecimal) is { } certificate)
            {
                return certificate;
            }
        }

        throw new EnPowerException(
            EnPowerErrorId.CertificateNotFound,
            $"There is no certificate {hexadecimal} in CurrentUser\\My or LocalMachine\\My.");
    }

    internal static X509Certificate2? SingleOf(X509Certificate2Collection certificates, string thumbprint)
    {
        X509Certificate2Collection found = certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false);
        return found.Count <= 1
            ? found.Cast<X509Certificate2>().SingleOrDefault()
            : throw new EnPowerException(
                EnPowerErrorId.CertificateAmbiguous, $"One certificate store contains {found.Count} certificates {thumbprint}.");
    }

    // The certificate dialog of Windows inserts spaces between the bytes, and an invisible mark before the first.
    private static string Normalize(string thumbprint)
    {
        string hexadecimal = new([.. thumbprint.Where(static character => character is not (' ' or ':' or '\u200E'))]);
        return hexadecimal.Length == ThumbprintLength && hexadecimal.All(static character => Uri.IsHexDigit(character))
            ? hexadecimal.ToUpperInvariant()
            : throw new EnPowerException(
                EnPowerErrorId.InvalidThumbprint,
                $"\"{thumbprint}\" is not a thumbprint of {ThumbprintLength} hexadecimal digits.");
    }
}
