namespace EnPower;

/// <summary>The authentication method of a connection.</summary>
public enum AuthenticationType
{
    /// <summary>A client secret.</summary>
    ClientSecret,

    /// <summary>An assertion signed with the private key of a certificate.</summary>
    Certificate,

    /// <summary>An access token from another source.</summary>
    AccessToken,
}
