namespace EnPower;

/// <summary>
/// Marks a property whose changes are security-relevant, such as owners, permissions, external destinations of data, and
/// protection.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecurityRelevantAttribute : Attribute;
