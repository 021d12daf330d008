namespace EnPower;

/// <summary>Marks a property that the API leaves out, and that comes from the object whose list was read.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FromParentAttribute : Attribute;
