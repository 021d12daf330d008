namespace EnPower;

/// <summary>The owner of a cloud flow.</summary>
public sealed class FlowOwner : ApiObject, IReadableFromText
{
    /// <summary>Gets the identifier of the owner.</summary>
    [Key]
    public string? Id { get; internal set; }

    /// <summary>Gets the display name of the owner.</summary>
    public string? Name { get; internal set; }

    /// <summary>Gets the department of the owner.</summary>
    public string? Department { get; internal set; }

    /// <summary>Gets the office of the owner.</summary>
    public string? Office { get; internal set; }

    /// <summary>Gets the status of the owner's account; the values are undocumented.</summary>
    public string? Status { get; internal set; }

    /// <summary>Gets the user type of the owner; the values are undocumented.</summary>
    public string? UserType { get; internal set; }

    /// <summary>Gets the country of the owner.</summary>
    public string? Country { get; internal set; }

    /// <summary>Gets the email address of the owner.</summary>
    public string? Email { get; internal set; }

    /// <summary>Gets the job title of the owner.</summary>
    public string? JobTitle { get; internal set; }

    /// <summary>Gets the user principal name of the owner.</summary>
    public string? UserPrincipalName { get; internal set; }

    void IReadableFromText.FromText(string text) => Name = text;

    /// <summary>Returns the first known value of user principal name, email address, name and identifier.</summary>
    public override string ToString() => FirstFilled(UserPrincipalName, Email, Name, Id);
}
