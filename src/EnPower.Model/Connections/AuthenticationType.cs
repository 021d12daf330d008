namespace EnPower;

/// <summary>How a connection proves who it is.</summary>
public enum AuthenticationType
{
    /// <summary>By a client secret.</summary>
    ClientSecret,

    /// <summary>By a signature with the private key of a certificate.</summary>
    Certificate,

    /// <summary>By an access token that something else obtained.</summary>
    AccessToken,
}
