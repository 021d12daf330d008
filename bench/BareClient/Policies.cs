namespace BareClient;

internal sealed class Policies
{
    public string? AddressBookPolicy { get; set; }

    public string? RetentionPolicy { get; set; }

    public string? RoleAssignmentPolicy { get; set; }

    public string? SharingPolicy { get; set; }
}
