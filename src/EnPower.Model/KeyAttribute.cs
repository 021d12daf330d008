namespace EnPower;

/// <summary>
/// Marks the property, or one of the properties, by which an object of a list is told from the others of its tenant, today
/// and the next time that the list is read.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KeyAttribute : Attribute;
