using System.Security.Cryptography.X509Certificates;

namespace EnPower.Emulator;

/// <summary>How an <see cref="EmulatorServer"/> is to behave.</summary>
public sealed record EmulatorOptions
{
    /// <summary>Number of mailboxes over all tenants, and of the items of every other list; 0 or more.</summary>
    public long Mailboxes { get; init; } = 1000;

    /// <summary>Number of tenants; 1 or more.</summary>
    public int Tenants { get; init; } = 2;

    /// <summary>How many days have passed, each with its <see cref="DailyChanges"/>.</summary>
    public int Day { get; init; }

    /// <summary>The data to answer with.</summary>
    public DataSet DataSet { get; init; } = DataSet.Synthetic;

    /// <summary>Life of an access token; whole seconds, as tokens count in seconds.</summary>
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
    /// Whether a page that was answered once is kept and answered again, to anyone and without <see cref="Latency"/>: for
    /// benchmarks, whose subject is not the emulator. Delays of faults stay.
    /// </summary>
    public bool CachePages { get; init; }

    /// <summary>Identifier of the registered client; made at start when null.</summary>
    public string? ClientId { get; init; }

    /// <summary>Secret of the registered clients; made at start when null.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Whether HTTP/2 is offered beside HTTP/1.1.</summary>
    public bool Http2 { get; init; } = true;

    /// <summary>TLS certificate with its private key; made at start when null.</summary>
    public X509Certificate2? ServerCertificate { get; init; }

    /// <summary>Whether the server's log goes to standard error; otherwise there is none.</summary>
    public bool Verbose { get; init; }
}
