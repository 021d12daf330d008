using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace EnPower;

/// <summary>
/// An independent identity server, the npm package oidc-provider, in its own process. If Node or the package is missing,
/// <see cref="MissingReason"/> is the reason.
/// </summary>
public sealed class OidcProviderFixture : IAsyncLifetime
{
    private static readonly TimeSpan InstallTime = TimeSpan.FromMinutes(2);
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "OidcProvider");

    private Process? _server;

    public string? MissingReason { get; private set; }

    public Uri Authority { get; private set; } = null!;

    public string SecretClientId { get; } = Guid.NewGuid().ToString();

    public string ClientSecret { get; } = Guid.NewGuid().ToString();

    public string CertificateClientId { get; } = Guid.NewGuid().ToString();

    public X509Certificate2 Certificate { get; } = TestCertificate.Create();

    public async ValueTask InitializeAsync()
    {
        try
        {
            Run("node", "--version").Dispose();
            await InstallAsync();
        }
        catch (Exception exception) when (exception is Win32Exception or IOException or OperationCanceledException)
        {
            MissingReason = $"oidc-provider is not here: {exception.Message}";
            return;
        }

        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Certificate.Dispose();
        if (_server is not null)
        {
            _server.StandardInput.Close();
            await _server.WaitForExitAsync();
            _server.Dispose();
        }
    }

    private static async Task InstallAsync()
    {
        if (Directory.Exists(Path.Combine(Folder, "node_modules", "oidc-provider")))
        {
            return;
        }

        // On Windows, npm is a script, which requires a shell.
        using Process npm = OperatingSystem.IsWindows()
            ? Run("cmd", "/c", "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
            : Run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        using var limit = new CancellationTokenSource(InstallTime);
        try
        {
            Task<string> errors = npm.StandardError.ReadToEndAsync(limit.Token);
            await npm.StandardOutput.ReadToEndAsync(limit.Token);
            await npm.WaitForExitAsync(limit.Token);
            if (npm.ExitCode != 0)
            {
                throw new IOException($"npm ci failed. {(await errors).Split('\n')[0]}");
            }
        }
        catch (OperationCanceledException)
        {
            npm.Kill(entireProcessTree: true);
            throw;
        }
    }

    private async Task StartAsync()
    {
        using X509Certificate2 serverCertificate = TestCertificate.Create();
        using RSA serverKey = serverCertificate.GetRSAPrivateKey()!;
        JsonWebKey clientKey = JsonWebKeyConverter.ConvertFromX509SecurityKey(
            new X509SecurityKey(Certificate.WithoutPrivateKey()), representAsRsaKey: true);
        _server = Run("node", "server.js");
        await _server.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new
        {
            certificate = serverCertificate.ExportCertificatePem(),
            privateKey = serverKey.ExportPkcs8PrivateKeyPem(),
            secretClient = new { client_id = SecretClientId, client_secret = ClientSecret },
            certificateClient = new
            {
                client_id = CertificateClientId,
                jwk = new { kty = "RSA", use = "sig", alg = "RS256", kid = clientKey.Kid, n = clientKey.N, e = clientKey.E },
            },
            scope = "enpower.data.read.all",
        }));

        // Its warnings concern production only.
        Task<string> errors = _server.StandardError.ReadToEndAsync();
        string? address = await _server.StandardOutput.ReadLineAsync();
        Authority = new Uri(address ?? throw new InvalidOperationException($"oidc-provider ended early. {await errors}"));
        _ = _server.StandardOutput.ReadToEndAsync();
    }

    private static Process Run(string program, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}
