namespace EnPower.Authentication;

/// <summary>How an application proves who it is. Owns its copy of what is secret, until it is disposed.</summary>
internal abstract class Credential : IDisposable
{
    public abstract AuthenticationType AuthenticationType { get; }

    /// <summary>Gets the client ID; <see langword="null"/> where it isn't known.</summary>
    public abstract string? ClientId { get; }

    /// <summary>Makes what gets access tokens with this credential.</summary>
    /// <param name="authority">The identity service; not needed by every credential.</param>
    /// <param name="transport">Carries requests. It stays the caller's.</param>
    /// <param name="timeout">How long the identity service may take for one token.</param>
    /// <param name="timeProvider">The clock.</param>
    public abstract IAccessTokenSource CreateTokenSource(
        Uri? authority, HttpMessageHandler transport, TimeSpan timeout, TimeProvider timeProvider);

    public abstract void Dispose();
}
