namespace EnPower.Authentication;

/// <summary>Authenticates an application. Owns a copy of its secret until it is disposed.</summary>
internal abstract class Credential : IDisposable
{
    public abstract AuthenticationType AuthenticationType { get; }

    /// <summary>Gets the client ID; <see langword="null"/> if unknown.</summary>
    public abstract string? ClientId { get; }

    /// <summary>Creates the source of access tokens for this credential.</summary>
    /// <param name="authority">The base address of the identity service; not required by every credential.</param>
    /// <param name="transport">Sends the requests. The caller disposes it.</param>
    /// <param name="timeout">The time limit of one token request, including discovery.</param>
    /// <param name="timeProvider">The clock.</param>
    public abstract IAccessTokenSource CreateTokenSource(
        Uri? authority, HttpMessageHandler transport, TimeSpan timeout, TimeProvider timeProvider);

    public abstract void Dispose();
}
