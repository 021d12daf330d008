namespace EnPower.Emulator;

/// <summary>What the identity service still honours: its clients, and the tokens it has issued.</summary>
internal sealed class ClientAccess
{
    private volatile bool _isRevoked;
    private int _tokenGeneration;

    public bool IsRevoked => _isRevoked;

    /// <summary>Written into each token; a token of an earlier generation is no longer valid.</summary>
    public int TokenGeneration => Volatile.Read(ref _tokenGeneration);

    public void Revoke() => _isRevoked = true;

    public void InvalidateTokens() => Interlocked.Increment(ref _tokenGeneration);
}
