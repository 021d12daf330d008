using EnPower.Authentication;
using EnPower.Http;

namespace EnPower;

/// <summary>What a client talks to, who it is, and how patient it is.</summary>
/// <param name="Endpoint">The base address of the API.</param>
/// <param name="Authority">The base address of the identity service; not needed with a token that was given.</param>
/// <param name="Credential">Who it is. The client takes it over, and disposes it.</param>
internal sealed record EnPowerClientOptions(Uri Endpoint, Uri? Authority, Credential Credential)
{
    public TransportOptions Transport { get; init; } = new();

    public RetryOptions Retry { get; init; } = new();

    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
