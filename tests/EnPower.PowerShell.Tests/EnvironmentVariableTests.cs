using System.Security.Cryptography.X509Certificates;
using EnPower.Emulator;

namespace EnPower;

/// <summary>The variables are the process's, so these tests run one by one.</summary>
public sealed class EnvironmentVariableTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>, IDisposable
{
    private static readonly string[] Names =
    [
        "CLIENT_ID", "CLIENT_SECRET", "CLIENT_CERTIFICATE_PATH", "CLIENT_CERTIFICATE_PASSWORD", "REGION", "ENDPOINT", "AUTHORITY",
    ];

    private readonly EmulatorServer _emulator = fixture.Emulator;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("EnPower.");
    private readonly Session _session = new(fixture.Emulator);

    public void Dispose()
    {
        Array.ForEach(Names, static name => Set(name, null));
        _session.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void Client_ID_and_secret_connect()
    {
        SetPlace();
        Set("CLIENT_ID", _emulator.ClientId);
        Set("CLIENT_SECRET", _emulator.ClientSecret);

        _session.Run("Connect-EnPower -EnvironmentVariable -SkipCertificateCheck");

        Assert.Single(_session.Read("Get-EnPowerMailbox -First 1"));
    }

    [Fact]
    public void Client_ID_and_certificate_connect()
    {
        SetCertificate("pass phrase");
        Set("CLIENT_CERTIFICATE_PASSWORD", "pass phrase");

        _session.Run("Connect-EnPower -EnvironmentVariable -SkipCertificateCheck");

        Assert.Single(_session.Read("Get-EnPowerMailbox -First 1"));
    }

    [Fact]
    public void A_password_that_is_in_no_variable_is_said_to_be_missing()
    {
        string path = SetCertificate("pass phrase");

        ErrorRecord error = _session.Fail("Connect-EnPower -EnvironmentVariable -SkipCertificateCheck");

        Assert.Equal($"The certificate file {path} is encrypted, and the password is missing.", error.Exception.Message);
    }

    [Fact]
    public void A_parameter_goes_before_a_variable()
    {
        SetPlace();
        Set("CLIENT_ID", _emulator.ClientId);
        Set("CLIENT_SECRET", _emulator.ClientSecret);
        Set("ENDPOINT", "https://localhost:1");

        _session.Run("Connect-EnPower -EnvironmentVariable -Endpoint $connect.Endpoint -SkipCertificateCheck");

        Assert.Single(_session.Read("Get-EnPowerMailbox -First 1"));
    }

    [Fact]
    public void An_empty_variable_is_none()
    {
        SetPlace();
        Set("CLIENT_ID", _emulator.ClientId);
        Set("CLIENT_SECRET", _emulator.ClientSecret);
        Set("CLIENT_CERTIFICATE_PATH", "");
        Set("REGION", "");

        _session.Run("Connect-EnPower -EnvironmentVariable -SkipCertificateCheck");

        Assert.Single(_session.Read("Get-EnPowerMailbox -First 1"));
    }

    [Theory]
    [InlineData(null, null, "ENPOWER_CLIENT_ID, ENPOWER_CLIENT_SECRET (or ENPOWER_CLIENT_CERTIFICATE_PATH).")]
    [InlineData("client", null, "ENPOWER_CLIENT_SECRET (or ENPOWER_CLIENT_CERTIFICATE_PATH).")]
    [InlineData(null, "secret", "ENPOWER_CLIENT_ID.")]
    public void What_is_missing_is_named(string? clientId, string? secret, string missing)
    {
        Set("CLIENT_ID", clientId);
        Set("CLIENT_SECRET", secret);

        ErrorRecord error = _session.Fail("Connect-EnPower -EnvironmentVariable");

        Assert.Equal("EnvironmentVariableMissing,EnPower.Commands.ConnectEnPowerCommand", error.FullyQualifiedErrorId);
        Assert.Equal(
            $"-EnvironmentVariable takes the credential from environment variables. Missing: {missing}", error.Exception.Message);
    }

    [Theory]
    [InlineData("REGION", "eu", "us, ca, ne")]
    [InlineData("ENDPOINT", "graph-us", "is no address, such as https://")]
    [InlineData("AUTHORITY", "identity", "is no address, such as https://")]
    [InlineData("CLIENT_CERTIFICATE_PATH", "client.pfx", "exclude each other, and both are set.")]
    public void A_value_that_can_not_be_used_is_named(string name, string value, string allowed)
    {
        Set("CLIENT_ID", "client");
        Set("CLIENT_SECRET", "secret");
        Set(name, value);

        ErrorRecord error = _session.Fail("Connect-EnPower -EnvironmentVariable");

        Assert.Equal("EnvironmentVariableInvalid,EnPower.Commands.ConnectEnPowerCommand", error.FullyQualifiedErrorId);
        Assert.Contains($"ENPOWER_{name}", error.Exception.Message);
        Assert.Contains(allowed, error.Exception.Message);
    }

    private string SetCertificate(string password)
    {
        string path = Path.Combine(_folder.FullName, "client.pfx");
        File.WriteAllBytes(path, fixture.Certificate.Export(X509ContentType.Pkcs12, password));
        SetPlace();
        Set("CLIENT_ID", _emulator.ClientId);
        Set("CLIENT_CERTIFICATE_PATH", path);
        return path;
    }

    private void SetPlace()
    {
        Set("ENDPOINT", _emulator.Endpoint.AbsoluteUri);
        Set("AUTHORITY", _emulator.Authority.AbsoluteUri);
    }

    private static void Set(string name, string? value) => Environment.SetEnvironmentVariable($"ENPOWER_{name}", value);
}
