namespace EnPower;

/// <summary>How a connection proves who it is.</summary>
public enum AuthenticationType
{
    /// <summary>By a client secret.</summary>
    ClientSecret,
}
