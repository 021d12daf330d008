using EnPower.Authentication;
using EnPower.Http;

namespace EnPower;

/// <summary>The options of a client.</summary>
/// <param name="Endpoint">The base address of the API.</param>
/// <param name="Authority">The base address of the identity service; not required with an access token.</param>
/// <param name="Credential">The credential. The client owns and disposes it.</param>
internal sealed record EnPowerClientOptions(Uri Endpoint, Uri? Authority, Credential Credential)
{
    public TransportOptions Transport { get; init; } = new();

    public RetryOptions Retry { get; init; } = new();

    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
