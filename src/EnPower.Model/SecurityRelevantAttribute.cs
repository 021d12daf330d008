namespace EnPower;

/// <summary>
/// Marks a property of which a change matters to security: who owns an object, who can reach it, where it sends data, what
/// holds or protects it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecurityRelevantAttribute : Attribute;
