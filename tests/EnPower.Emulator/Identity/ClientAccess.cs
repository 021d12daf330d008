namespace EnPower.Emulator;

/// <summary>The clients and tokens that the identity service still accepts.</summary>
internal sealed class ClientAccess
{
    private volatile bool _isRevoked;
    private int _tokenGeneration;

    public bool IsRevoked => _isRevoked;

    /// <summary>Stored in each token. Tokens of an earlier generation are no longer valid.</summary>
    public int TokenGeneration => Volatile.Read(ref _tokenGeneration);

    public void Revoke() => _isRevoked = true;

    public void InvalidateTokens() => Interlocked.Increment(ref _tokenGeneration);
}
