namespace EnPower;

/// <summary>
/// Names the field of the API that a property is read from, where that is not the property's own name in camel case.
/// </summary>
/// <param name="name">The name that the API's sample has.</param>
/// <param name="others">What else the field is called: by the table of its page, or in another list.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ApiNameAttribute(string name, params string[] others) : Attribute
{
    /// <summary>Gets the name that the API's sample has.</summary>
    public string Name { get; } = name;

    /// <summary>Gets what else the field is called.</summary>
    public IReadOnlyList<string> Others { get; } = others;
}
