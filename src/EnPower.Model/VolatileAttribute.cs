namespace EnPower;

/// <summary>
/// Marks a property that changes by normal use, such as a size, a number of runs or the time of the last activity. Comparisons
/// exclude it by default.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class VolatileAttribute : Attribute;
