namespace EnPower;

/// <summary>What changed between two snapshots: one property of one object, or an object that was added or removed.</summary>
public sealed class Change
{
    internal Change()
    {
    }

    /// <summary>Gets what became of the object.</summary>
    public ChangeType ChangeType { get; internal set; }

    /// <summary>Gets what kind of object it is, by the name of its model, such as <c>Mailbox</c>.</summary>
    public string Resource { get; internal set; } = string.Empty;

    /// <summary>Gets what tells the object from others of its tenant: the values of its key properties, separated by <c>/</c>.</summary>
    public string Key { get; internal set; } = string.Empty;

    /// <summary>Gets the display name of the object, as the newer side has it; <see langword="null"/> where it has none.</summary>
    public string? DisplayName { get; internal set; }

    /// <summary>Gets the identifier of the tenant that the object belongs to.</summary>
    public string? TenantId { get; internal set; }

    /// <summary>Gets the domain of the tenant that the object belongs to.</summary>
    public string? TenantDomain { get; internal set; }

    /// <summary>
    /// Gets the name of the property that changed; with a dot where it is one of an object within, such as
    /// <c>MailboxPolicies.SharingPolicy</c>. <see langword="null"/> where the object as a whole is meant.
    /// </summary>
    public string? Property { get; internal set; }

    /// <summary>Gets the value of the property before, or the object that was removed; <see langword="null"/> where there was none.</summary>
    public object? OldValue { get; internal set; }

    /// <summary>Gets the value of the property after, or the object that was added; <see langword="null"/> where there is none.</summary>
    public object? NewValue { get; internal set; }

    /// <summary>
    /// Gets whether the change matters to security. An object that was added or removed does where any property that matters
    /// to security has a value.
    /// </summary>
    public bool IsSecurityRelevant { get; internal set; }

    /// <summary>Returns a line such as <c>Changed Mailbox Ada Lovelace: Status Normal → Archived</c>.</summary>
    public override string ToString() => Property is null
        ? $"{ChangeType} {Resource} {DisplayName ?? Key}"
        : $"{ChangeType} {Resource} {DisplayName ?? Key}: {Property} {OldValue ?? "(none)"} → {NewValue ?? "(none)"}";
}
