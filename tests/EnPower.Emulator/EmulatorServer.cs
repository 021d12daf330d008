using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using OpenIddict.Abstractions;

namespace EnPower.Emulator;

/// <summary>An emulated AvePoint Graph API with its identity service, on two HTTPS ports of the loopback interface.</summary>
public sealed class EmulatorServer : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly RegisteredClients _clients;
    private readonly ClientAccess _access;

    private EmulatorServer(IHost host, Uri endpoint, Uri authority, X509Certificate2 certificate)
    {
        _host = host;
        _clients = host.Services.GetRequiredService<RegisteredClients>();
        _access = host.Services.GetRequiredService<ClientAccess>();
        Requests = host.Services.GetRequiredService<RequestLog>();
        Faults = host.Services.GetRequiredService<FaultPlan>();
        Endpoint = endpoint;
        Authority = authority;
        ServerCertificate = certificate;
    }

    /// <summary>Base address of the API.</summary>
    public Uri Endpoint { get; }

    /// <summary>Base address, and issuer name, of the identity service.</summary>
    public Uri Authority { get; }

    /// <summary>The registered client, which may read everything.</summary>
    public string ClientId => _clients.ClientId;

    /// <summary>
    /// A client whose tokens have no scope, so that the API returns 403. It has the same secret and certificates.
    /// </summary>
    public string UnprivilegedClientId => _clients.UnprivilegedClientId;

    /// <summary>The secret of both clients.</summary>
    public string ClientSecret => _clients.ClientSecret;

    /// <summary>The TLS certificate of both ports.</summary>
    public X509Certificate2 ServerCertificate { get; }

    /// <summary>The requests received.</summary>
    public RequestLog Requests { get; }

    /// <summary>The planned faults.</summary>
    public FaultPlan Faults { get; }

    /// <summary>Starts an emulator. It is ready when the task completes.</summary>
    /// <param name="options">The options; the defaults if null.</param>
    /// <param name="ct">Cancels the start.</param>
    public static async Task<EmulatorServer> StartAsync(EmulatorOptions? options = null, CancellationToken ct = default)
    {
        options ??= new EmulatorOptions();
        ArgumentOutOfRangeException.ThrowIfNegative(options.Mailboxes);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Tenants, 1);

        X509Certificate2 certificate = options.ServerCertificate ?? LocalhostCertificate.OfThisProcess;
        LoopbackPort api = LoopbackPort.Reserve();
        LoopbackPort identity = LoopbackPort.Reserve();
        IHost host = Build(options, certificate, api, identity);
        try
        {
            await RegisterClientsAsync(host.Services, ct);
            await host.StartAsync(ct);
            return new EmulatorServer(host, api.BaseAddress, identity.BaseAddress, certificate);
        }
        catch
        {
            host.Dispose();
            api.Dispose();
            identity.Dispose();
            throw;
        }
    }

    /// <summary>Makes the API reject every token issued so far with 401.</summary>
    public void InvalidateTokens() => _access.InvalidateTokens();

    /// <summary>Makes the token endpoint return invalid_client.</summary>
    public void RevokeClient() => _access.Revoke();

    /// <summary>Stops the emulator and frees its ports.</summary>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    private static IHost Build(EmulatorOptions options, X509Certificate2 certificate, LoopbackPort api, LoopbackPort identity)
    {
        return new HostBuilder()
            .ConfigureServices(services => services
                .AddSingleton<IHostLifetime, EmbeddedLifetime>()
                .Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2)))
            .ConfigureLogging(logging =>
            {
                if (options.Verbose)
                {
                    logging.AddSimpleConsole();
                    logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
                        console => console.LogToStandardErrorThreshold = LogLevel.Trace);
                }
            })
            .ConfigureWebHost(web => web
                .UseKestrelCore()
                .UseKestrelHttpsConfiguration()
                .ConfigureKestrel(kestrel => Listen(kestrel, options, certificate, api, identity))
                .UseSockets(sockets => sockets.CreateBoundListenSocket = endPoint =>
                    api.SocketAt(endPoint) ?? identity.SocketAt(endPoint)
                    ?? SocketTransportOptions.CreateDefaultBoundListenSocket(endPoint))
                .ConfigureServices(services => AddServices(services, options, identity.BaseAddress))
                .Configure(app => Configure(app, options, api.Number)))
            .Build();
    }

    private static void Listen(
        KestrelServerOptions kestrel, EmulatorOptions options, X509Certificate2 certificate, params LoopbackPort[] ports)
    {
        kestrel.AddServerHeader = false;

        // A client may pause between pages, or read a page slowly.
        kestrel.Limits.MinResponseDataRate = null;
        foreach (var endPoint in ports.SelectMany(port => port.EndPoints))
        {
            kestrel.Listen(endPoint, listen =>
            {
                listen.Protocols = options.Http2 ? HttpProtocols.Http1AndHttp2 : HttpProtocols.Http1;
                listen.UseHttps(https =>
                {
                    https.ServerCertificate = certificate;
                    https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
                });
            });
        }
    }

    private static void AddServices(IServiceCollection services, EmulatorOptions options, Uri authority)
    {
        services.AddRouting();
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        PageCache.AddTo(services);
        services.AddIdentityService(authority, options.TokenLifetime);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<RegisteredClients>();
        services.AddSingleton<ClientAccess>();
        services.AddSingleton<RequestLog>();
        services.AddSingleton<FaultPlan>();
    }

    private static void Configure(IApplicationBuilder app, EmulatorOptions options, int apiPort)
    {
        bool IsForApi(HttpContext context) => context.Connection.LocalPort == apiPort;

        app.MapWhen(
            context => IsForApi(context) && context.Request.Path.StartsWithSegments(ControlRoutes.Prefix),
            control => control.UseControl());
        app.UseMiddleware<RequestLogMiddleware>();
        app.Use((context, next) =>
        {
            context.TraceIdentifier = Guid.NewGuid().ToString();
            if (IsForApi(context))
            {
                context.Response.Headers["request-id"] = context.TraceIdentifier;
            }

            return next(context);
        });
        app.UseMiddleware<FaultMiddleware>();
        if (options.RequestsPerSecond is { } allowed)
        {
            app.UseWhen(IsForApi, api => api.UseMiddleware<RateLimitMiddleware>(allowed, options.RateClock));
        }

        if (options.CachePages)
        {
            PageCache.Use(app);
        }

        app.UseResponseCompression();
        app.MapWhen(IsForApi, api => api.UseApi(routes => ResourceRoutes.Map(routes, options)));
        app.UseIdentityService();
    }

    private static async Task RegisterClientsAsync(IServiceProvider services, CancellationToken ct)
    {
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        await services.GetRequiredService<RegisteredClients>().RegisterAsync(applications, ct);
    }
}
