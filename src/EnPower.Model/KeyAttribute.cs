namespace EnPower;

/// <summary>
/// Marks a property of the key: it identifies an object in its list and tenant, across reads.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KeyAttribute : Attribute;
