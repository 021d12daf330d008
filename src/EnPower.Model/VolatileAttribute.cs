namespace EnPower;

/// <summary>
/// Marks a property that changes by mere use, such as a size, a count of runs or the time of the last activity. A comparison
/// leaves it out unless it is asked for.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class VolatileAttribute : Attribute;
