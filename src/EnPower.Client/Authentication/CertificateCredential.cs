using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Identity.Client;

namespace EnPower.Authentication;

/// <summary>A certificate whose public part is uploaded to the app registration in AvePoint Online Services.</summary>
internal sealed class CertificateCredential : ClientCredential
{
    // RFC 7518, section 3.3, requires it for RS256.
    private const int MinimumKeySize = 2048;

    private readonly X509Certificate2 _certificate;
    private readonly string _name;
    private readonly TimeProvider _timeProvider;

    /// <summary>Initializes a new instance of the <see cref="CertificateCredential"/> class.</summary>
    /// <param name="clientId">The client ID.</param>
    /// <param name="certificate">The certificate with its private key. This object owns and disposes it.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <exception cref="EnPowerException">The certificate can't be used to authenticate.</exception>
    public CertificateCredential(string clientId, X509Certificate2 certificate, TimeProvider timeProvider)
        : base(clientId)
    {
        _certificate = certificate;
        _name = $"{certificate.Subject} ({certificate.Thumbprint})";
        _timeProvider = timeProvider;
        try
        {
            Validate();
        }
        catch
        {
            certificate.Dispose();
            throw;
        }
    }

    /// <summary>Copies the certificate of a caller, who may dispose it at any time.</summary>
    /// <exception cref="EnPowerException">The caller has disposed it.</exception>
    public static X509Certificate2 Copy(X509Certificate2 certificate) => certificate.Handle == IntPtr.Zero
        ? throw new EnPowerException(EnPowerErrorId.CertificateKeyNotUsable, "The certificate has been disposed.")
        : new X509Certificate2(certificate);

    public override AuthenticationType AuthenticationType => AuthenticationType.Certificate;

    public override ConfidentialClientApplicationBuilder AddTo(
        ConfidentialClientApplicationBuilder application, Task<Uri> tokenEndpoint, Redaction redaction) =>
        application.WithClientAssertion(async (AssertionRequestOptions _) =>
        {
            string assertion = CreateAssertion((await tokenEndpoint.ConfigureAwait(false)).AbsoluteUri);
            redaction.Hide(assertion);
            return assertion;
        });

    public override void Dispose() => _certificate.Dispose();

    private string CreateAssertion(string audience)
    {
        try
        {
            return ClientAssertion.Create(ClientId, audience, _certificate, _timeProvider.GetUtcNow());
        }
        catch (CryptographicException exception)
        {
            throw PrivateKeyNotUsable(exception);
        }
    }

    private void Validate()
    {
        using (RSA? publicKey = _certificate.GetRSAPublicKey())
        {
            if (publicKey is null)
            {
                throw Unusable(
                    EnPowerErrorId.CertificateKeyNotSupported,
                    $"has a key of type {_certificate.PublicKey.Oid.FriendlyName}. The identity service supports RSA keys only");
            }

            if (publicKey.KeySize < MinimumKeySize)
            {
                throw Unusable(
                    EnPowerErrorId.CertificateKeyNotSupported,
                    $"has an RSA key of {publicKey.KeySize} bits. The minimum is {MinimumKeySize}");
            }
        }

        if (!_certificate.HasPrivateKey)
        {
            throw Unusable(EnPowerErrorId.CertificateWithoutPrivateKey, "has no private key");
        }

        DateTime now = _timeProvider.GetUtcNow().UtcDateTime;
        if (now > _certificate.NotAfter.ToUniversalTime())
        {
            throw Unusable(EnPowerErrorId.CertificateExpired, $"expired on {_certificate.NotAfter:G}");
        }

        if (now < _certificate.NotBefore.ToUniversalTime())
        {
            throw Unusable(EnPowerErrorId.CertificateNotYetValid, $"is not valid before {_certificate.NotBefore:G}");
        }

        try
        {
            using RSA? privateKey = _certificate.GetRSAPrivateKey();
        }
        catch (CryptographicException exception)
        {
            throw PrivateKeyNotUsable(exception);
        }
    }

    private EnPowerException PrivateKeyNotUsable(CryptographicException exception) => Unusable(
        EnPowerErrorId.CertificateKeyNotUsable, $"has a private key that can't be used: {exception.Message}", exception);

    private EnPowerException Unusable(EnPowerErrorId errorId, string reason, Exception? innerException = null) =>
        new(
            errorId,
            $"The certificate {_name} {reason.TrimEnd('.')}.",
            innerException);
}
