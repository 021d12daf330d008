namespace EnPower;

/// <summary>The names of the policies applied to a mailbox; <see langword="null"/> where there is none.</summary>
public sealed class MailboxPolicies : ApiObject
{
    /// <summary>Gets the address book policy.</summary>
    public string? AddressBookPolicy { get; internal set; }

    /// <summary>Gets the retention policy.</summary>
    public string? RetentionPolicy { get; internal set; }

    /// <summary>Gets the role assignment policy.</summary>
    public string? RoleAssignmentPolicy { get; internal set; }

    /// <summary>Gets the sharing policy.</summary>
    public string? SharingPolicy { get; internal set; }

    /// <summary>Returns the names of the policies, separated by commas.</summary>
    public override string ToString() => JoinFilled(", ", AddressBookPolicy, RetentionPolicy, RoleAssignmentPolicy, SharingPolicy);
}
