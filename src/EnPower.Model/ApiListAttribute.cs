namespace EnPower;

/// <summary>Names the list of the API that a resource is read from.</summary>
/// <param name="path">
/// The path below the endpoint, such as <c>smp/exchange/mailboxes</c>. <c>{appId}</c> is a placeholder for the key of the
/// parent.
/// </param>
/// <param name="name">The name of the list in each page, such as <c>mailboxes</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ApiListAttribute(string path, string name) : Attribute
{
    /// <summary>Gets the path below the endpoint.</summary>
    public string Path { get; } = path;

    /// <summary>Gets the name of the list in each page.</summary>
    public string Name { get; } = name;

    /// <summary>Gets or sets whether the list takes a page size, the parameter <c>top</c>.</summary>
    public bool HasPageSize { get; set; } = true;
}
