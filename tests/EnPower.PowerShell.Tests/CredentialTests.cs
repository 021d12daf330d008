using System.Collections;
using System.Security.Cryptography.X509Certificates;
using EnPower.Emulator;

namespace EnPower;

/// <summary>Each way to say who we are, up to an identity service that checks it.</summary>
public sealed class CredentialTests : IClassFixture<EmulatorFixture>, IDisposable
{
    private const string Password = "pass phrase";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("EnPower.");
    private readonly EmulatorServer _emulator;
    private readonly X509Certificate2 _certificate;
    private readonly Session _session;

    public CredentialTests(EmulatorFixture fixture)
    {
        _emulator = fixture.Emulator;
        _certificate = fixture.Certificate;
        _session = new Session(_emulator);
        _session.Set("at", new Hashtable
        {
            ["Endpoint"] = _emulator.Endpoint,
            ["Authority"] = _emulator.Authority,
            ["SkipCertificateCheck"] = true,
        });
        _session.Set("id", _emulator.ClientId);
        _session.Set("certificate", _certificate);
        _session.Set("folder", _folder.FullName);
        _session.Set("password", Session.Secure(Password));
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void A_PSCredential_has_the_client_ID_as_user_name() => AssertConnects(
        AuthenticationType.ClientSecret, "Connect-EnPower -Credential ([pscredential]::new($id, $connect.ClientSecret)) @at");

    [Theory]
    [InlineData("-ClientId $id -ClientSecret 'swordfish'")]
    [InlineData("-AccessToken 'swordfish'")]
    [InlineData("-ClientId $id -CertificatePath x.pfx -CertificatePassword 'swordfish'")]
    public void A_secret_as_text_is_refused_with_what_is_wanted_and_not_repeated(string parameters)
    {
        ErrorRecord error = _session.Fail($"Connect-EnPower {parameters} @at");

        Assert.EndsWith(
            "A SecureString is required, not a value of type String. Read-Host -AsSecureString prompts for one, "
            + "and ConvertTo-SecureString -AsPlainText -Force converts text.",
            error.Exception.Message);
        Assert.DoesNotContain(
            "swordfish", error.Exception.ToString() + error.ErrorDetails + error.TargetObject + error.CategoryInfo);
    }

    [Theory]
    [InlineData("42", "not a value of type Int32", "Get-Credential prompts for one.")]
    [InlineData("@{ a = 1 }", "not a value of type Hashtable", "Get-Credential prompts for one.")]
    [InlineData("'an-id'", "None was given", "there is no console to prompt for it.")]
    public void A_credential_that_is_none_is_refused_with_what_is_wanted(string credential, string reason, string advice)
    {
        string message = _session.Fail($"Connect-EnPower -Credential {credential} @at").Exception.Message;

        Assert.Contains("A PSCredential is required", message);
        Assert.Contains(reason, message);
        Assert.Contains("client ID", message);
        Assert.Contains("client secret", message);
        Assert.EndsWith(advice, message);
    }

    [Fact]
    public void An_empty_secret_is_refused() =>
        AssertFails("InvalidClientSecret", "Connect-EnPower -ClientId $id -ClientSecret ([securestring]::new()) @at");

    [Fact]
    public void A_certificate_signs_in() =>
        AssertConnects(AuthenticationType.Certificate, "Connect-EnPower -ClientId $id -Certificate $certificate @at");

    [Fact]
    public void The_client_ID_goes_by_the_name_that_Exchange_admins_know() =>
        AssertConnects(AuthenticationType.Certificate, "Connect-EnPower -AppId $id -Certificate $certificate @at");

    [Fact]
    public void A_certificate_that_the_application_does_not_have_is_refused()
    {
        using X509Certificate2 other = TestCertificate.Create();
        _session.Set("certificate", other);

        AssertFails("InvalidClient", "Connect-EnPower -ClientId $id -Certificate $certificate @at");
    }

    [Fact]
    public void The_callers_certificate_stays_usable_when_the_connection_is_closed()
    {
        _session.Run("Connect-EnPower -ClientId $id -Certificate $certificate @at; Disconnect-EnPower");

        AssertConnects(AuthenticationType.Certificate, "Connect-EnPower -ClientId $id -Certificate $certificate @at");
    }

    [Fact]
    public void The_connection_stays_usable_when_the_callers_certificate_is_disposed()
    {
        _session.Set(
            "certificate", X509CertificateLoader.LoadPkcs12(_certificate.Export(X509ContentType.Pkcs12), password: null));
        _session.Run("Connect-EnPower -ClientId $id -Certificate $certificate @at; $certificate.Dispose()");
        _emulator.InvalidateTokens();

        Assert.Single(_session.Read("Get-EnPowerMailbox -First 1"));
    }

    [Fact]
    public void A_PFX_file_with_a_password_signs_in()
    {
        Save("client.pfx", _certificate.Export(X509ContentType.Pkcs12, Password));

        AssertConnects(
            AuthenticationType.Certificate,
            "Connect-EnPower -ClientId $id -CertificatePath $folder/client.pfx -CertificatePassword $password @at");
    }

    [Fact]
    public void A_PEM_file_signs_in()
    {
        Save("client.pem", _certificate.ToPem());

        AssertConnects(AuthenticationType.Certificate, "Connect-EnPower -ClientId $id -CertificatePath $folder/client.pem @at");
    }

    [Fact]
    public void A_PEM_file_with_an_encrypted_key_signs_in()
    {
        Save("client.pem", _certificate.ToEncryptedPem(Password));

        AssertConnects(
            AuthenticationType.Certificate,
            "Connect-EnPower -ClientId $id -CertificatePath $folder/client.pem -CertificatePassword $password @at");
    }

    [Theory]
    [InlineData("$null = $ExecutionContext.SessionState.Path.SetLocation($folder); Connect-EnPower -CertificatePath client.pem")]
    [InlineData("$files.Home = $folder; Connect-EnPower -CertificatePath ~/client.pem")]
    [InlineData("$null = $ExecutionContext.SessionState.Drive.New([System.Management.Automation.PSDriveInfo]::new('keys', "
        + "$files, $folder, '', $null), 'global'); Connect-EnPower -CertificatePath keys:/client.pem")]
    [InlineData("Connect-EnPower -CertificatePath Microsoft.PowerShell.Core\\FileSystem::$folder/client.pem")]
    public void A_path_is_what_PowerShell_takes_it_for(string script)
    {
        Save("client.pem", _certificate.ToPem());

        AssertConnects(
            AuthenticationType.Certificate,
            $"$files = $ExecutionContext.SessionState.Provider.GetOne('FileSystem'); {script} -ClientId $id @at");
    }

    [Theory]
    [InlineData("-CertificatePath $folder/missing.pfx", "CertificateFileNotFound")]
    [InlineData("-CertificatePath nowhere:/client.pfx", "CertificateFileNotFound")]
    [InlineData("-CertificatePath Env:/PATH", "CertificateFileNotFound")]
    [InlineData("-CertificatePath $folder/client.pfx", "CertificatePasswordIncorrect")]
    [InlineData("-CertificatePath $folder/public.cer", "CertificateWithoutPrivateKey")]
    [InlineData("-CertificateThumbprint 0000000000000000000000000000000000000000", "CertificateNotFound")]
    [InlineData("-CertificateThumbprint client", "InvalidThumbprint")]
    public void A_certificate_that_can_not_be_used_is_refused_before_any_request(string parameters, string errorId)
    {
        Save("client.pfx", _certificate.Export(X509ContentType.Pkcs12, Password));
        Save("public.cer", _certificate.RawData);
        _emulator.Requests.Clear();

        AssertFails(errorId, $"Connect-EnPower -ClientId $id {parameters} @at");

        Assert.Empty(_emulator.Requests.Snapshot());
    }

    [Theory]
    [InlineData("nowhere:/client.pfx", "There is no certificate file nowhere:/client.pfx. ")]
    [InlineData(
        "Env:/PATH",
        "Env:/PATH is no file but belongs to the provider Environment. A certificate of a store is given by "
        + "-CertificateThumbprint.")]
    public void A_certificate_path_that_is_no_file_is_named(string path, string reason) => Assert.StartsWith(
        reason, _session.Fail($"Connect-EnPower -ClientId $id -CertificatePath {path} @at").Exception.Message);

    private void AssertConnects(AuthenticationType type, string script)
    {
        _session.Run(script);

        Assert.Single(_session.Read("Get-EnPowerMailbox -First 1"));
        Assert.Equal(type, ((EnPowerConnection)_session.Run("Get-EnPowerConnection").Single().BaseObject).AuthenticationType);
    }

    private ErrorRecord AssertFails(string errorId, string script)
    {
        ErrorRecord error = _session.Fail(script);
        Assert.Equal($"{errorId},EnPower.Commands.ConnectEnPowerCommand", error.FullyQualifiedErrorId);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
        return error;
    }

    private void Save(string name, string content) => File.WriteAllText(Path.Combine(_folder.FullName, name), content);

    private void Save(string name, byte[] content) => File.WriteAllBytes(Path.Combine(_folder.FullName, name), content);
}
