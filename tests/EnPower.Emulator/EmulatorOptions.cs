using System.Security.Cryptography.X509Certificates;

namespace EnPower.Emulator;

/// <summary>The options of an <see cref="EmulatorServer"/>.</summary>
public sealed record EmulatorOptions
{
    /// <summary>Number of mailboxes over all tenants, and of the items of every other list; 0 or more.</summary>
    public long Mailboxes { get; init; } = 1000;

    /// <summary>Number of tenants; 1 or more.</summary>
    public int Tenants { get; init; } = 2;

    /// <summary>The number of days that have passed, each with its <see cref="DailyChanges"/>.</summary>
    public int Day { get; init; }

    /// <summary>The data to serve.</summary>
    public DataSet DataSet { get; init; } = DataSet.Synthetic;

    /// <summary>Lifetime of an access token in whole seconds.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Time added to each API page before its headers are sent.</summary>
    public TimeSpan Latency { get; init; } = TimeSpan.Zero;

    /// <summary>How many requests the API answers in each second; it refuses more with 429. No limit when null.</summary>
    public int? RequestsPerSecond { get; init; }

    /// <summary>The clock of the seconds in which <see cref="RequestsPerSecond"/> counts.</summary>
    public TimeProvider RateClock { get; init; } = TimeProvider.System;

    /// <summary>RSA certificates whose signed assertions the token endpoint accepts; public keys suffice.</summary>
    public IReadOnlyList<X509Certificate2> ClientCertificates { get; init; } = [];

    /// <summary>
    /// Whether pages are cached and served to any client, without authentication and <see cref="Latency"/>. For benchmarks, which
    /// must not measure the emulator. Delays of faults still apply.
    /// </summary>
    public bool CachePages { get; init; }

    /// <summary>Identifier of the registered client; generated at start if null.</summary>
    public string? ClientId { get; init; }

    /// <summary>Secret of the registered clients; generated at start if null.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Whether HTTP/2 is offered in addition to HTTP/1.1.</summary>
    public bool Http2 { get; init; } = true;

    /// <summary>TLS certificate with its private key; one that all emulators of the process share if null.</summary>
    public X509Certificate2? ServerCertificate { get; init; }

    /// <summary>Whether the server logs to standard error.</summary>
    public bool Verbose { get; init; }
}
