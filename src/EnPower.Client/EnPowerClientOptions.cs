using EnPower.Authentication;
using EnPower.Http;

namespace EnPower;

/// <summary>What a client talks to, who it is, and how patient it is.</summary>
internal sealed record EnPowerClientOptions(Uri Endpoint, Uri Authority, ClientCredential Credential)
{
    public TransportOptions Transport { get; init; } = new();

    public RetryOptions Retry { get; init; } = new();

    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
