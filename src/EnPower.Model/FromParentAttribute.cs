namespace EnPower;

/// <summary>Marks a property that the API omits, and that is set from the parent.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FromParentAttribute : Attribute;
