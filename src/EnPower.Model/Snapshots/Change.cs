namespace EnPower;

/// <summary>A change between two snapshots: of a property of an object, or an added or removed object.</summary>
public sealed class Change
{
    internal Change()
    {
    }

    /// <summary>Gets the type of the change.</summary>
    public ChangeType ChangeType { get; internal set; }

    /// <summary>Gets the name of the model of the object, such as <c>Mailbox</c>.</summary>
    public string Resource { get; internal set; } = string.Empty;

    /// <summary>Gets the key of the object: the values of its key properties, separated by <c>/</c>.</summary>
    public string Key { get; internal set; } = string.Empty;

    /// <summary>Gets the current display name of the object; <see langword="null"/> if it has none.</summary>
    public string? DisplayName { get; internal set; }

    /// <summary>Gets the identifier of the tenant of the object.</summary>
    public string? TenantId { get; internal set; }

    /// <summary>Gets the domain of the tenant of the object.</summary>
    public string? TenantDomain { get; internal set; }

    /// <summary>
    /// Gets the name of the changed property. A property of a nested object has a dot, such as
    /// <c>MailboxPolicies.SharingPolicy</c>. <see langword="null"/> for a complete object.
    /// </summary>
    public string? Property { get; internal set; }

    /// <summary>
    /// Gets the previous value of the property, or the removed object; <see langword="null"/> if there was none.
    /// </summary>
    public object? OldValue { get; internal set; }

    /// <summary>Gets the current value of the property, or the added object; <see langword="null"/> if there is none.</summary>
    public object? NewValue { get; internal set; }

    /// <summary>
    /// Gets whether the change is security-relevant. An added or removed object is, if any of its security-relevant properties
    /// has a value.
    /// </summary>
    public bool IsSecurityRelevant { get; internal set; }

    /// <summary>Returns a line such as <c>Changed Mailbox Ada Lovelace: Status Normal → Archived</c>.</summary>
    public override string ToString() => Property is null
        ? $"{ChangeType} {Resource} {DisplayName ?? Key}"
        : $"{ChangeType} {Resource} {DisplayName ?? Key}: {Property} {OldValue ?? "(none)"} → {NewValue ?? "(none)"}";
}
