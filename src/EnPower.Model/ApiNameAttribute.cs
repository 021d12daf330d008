namespace EnPower;

/// <summary>
/// Names the field of the API that a property is read from, if it is not the name of the property in camel case.
/// </summary>
/// <param name="name">The name in the sample of the documentation.</param>
/// <param name="others">Alternative names, such as the one in the table of the documentation.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ApiNameAttribute(string name, params string[] others) : Attribute
{
    /// <summary>Gets the name in the sample of the documentation.</summary>
    public string Name { get; } = name;

    /// <summary>Gets the alternative names.</summary>
    public IReadOnlyList<string> Others { get; } = others;
}
