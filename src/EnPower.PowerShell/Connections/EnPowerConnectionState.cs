namespace EnPower;

/// <summary>Whether a connection can be used.</summary>
public enum EnPowerConnectionState
{
    /// <summary>The connection can be used.</summary>
    Open,

    /// <summary>The connection was closed, and its token and secret are forgotten.</summary>
    Closed,
}
