namespace EnPower;

/// <summary>The names of the policies of a mailbox; <see langword="null"/> if there is none.</summary>
public sealed class MailboxPolicies : ApiObject
{
    /// <summary>Gets the address book policy.</summary>
    [SecurityRelevant]
    public string? AddressBookPolicy { get; internal set; }

    /// <summary>Gets the retention policy.</summary>
    [SecurityRelevant]
    public string? RetentionPolicy { get; internal set; }

    /// <summary>Gets the role assignment policy.</summary>
    [SecurityRelevant]
    public string? RoleAssignmentPolicy { get; internal set; }

    /// <summary>Gets the sharing policy.</summary>
    [SecurityRelevant]
    public string? SharingPolicy { get; internal set; }

    /// <summary>Returns the names of the policies, separated by commas.</summary>
    public override string ToString() =>
        JoinFilled(", ", AddressBookPolicy, RetentionPolicy, RoleAssignmentPolicy, SharingPolicy);
}
