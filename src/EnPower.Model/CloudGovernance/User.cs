namespace EnPower;

/// <summary>A person in Cloud Governance, such as a contact or an assignee.</summary>
/// <remarks>Any property can be <see langword="null"/>.</remarks>
public sealed class User : ApiObject, IReadableFromText
{
    /// <summary>Gets the identifier of the user.</summary>
    [Key]
    public string? Id { get; internal set; }

    /// <summary>Gets the display name of the user.</summary>
    public string? DisplayName { get; internal set; }

    /// <summary>Gets the email address of the user.</summary>
    public string? Email { get; internal set; }

    /// <summary>Gets the identifier of the tenant that hosts the user.</summary>
    public string? TenantId { get; internal set; }

    /// <summary>Gets the user principal name of the user.</summary>
    public string? UserPrincipalName { get; internal set; }

    /// <summary>Gets the object ID of the user.</summary>
    public string? ObjectId { get; internal set; }

    /// <summary>Gets the job title of the user.</summary>
    public string? JobTitle { get; internal set; }

    /// <summary>Gets the department of the user.</summary>
    public string? Department { get; internal set; }

    /// <summary>Gets the company of the user.</summary>
    public string? CompanyName { get; internal set; }

    /// <summary>Gets the office location of the user.</summary>
    public string? Office { get; internal set; }

    /// <summary>Gets the city of the user.</summary>
    public string? City { get; internal set; }

    /// <summary>Gets the country or region of the user.</summary>
    public string? CountryOrRegion { get; internal set; }

    /// <summary>Returns the first known value of user principal name, email address, display name and identifier.</summary>
    public override string ToString() => FirstFilled(UserPrincipalName, Email, DisplayName, Id);

    void IReadableFromText.FromText(string text) => DisplayName = text;
}
