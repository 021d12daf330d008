namespace EnPower;

/// <summary>A metadata value of Cloud Governance.</summary>
public sealed class CloudGovernanceMetadata : ApiObject, IReadableFromText
{
    /// <summary>Gets the type of the metadata.</summary>
    public MetadataType? MetadataType { get; internal set; }

    /// <summary>
    /// Gets the value: a string, a number (<see cref="long"/>, <see cref="decimal"/> or <see cref="double"/>), a
    /// <see cref="bool"/>, a list, or a dictionary.
    /// </summary>
    public object? Value { get; internal set; }

    /// <summary>Gets the identifier of the metadata.</summary>
    [Key]
    public string? Id { get; internal set; }

    /// <summary>Gets the name of the metadata.</summary>
    public string? Name { get; internal set; }

    /// <summary>Gets the custom settings of the metadata, with the same types as <see cref="Value"/>.</summary>
    public object? MetadataSetting { get; internal set; }

    /// <summary>Returns name and value: <c>Department=Sales</c>.</summary>
    public override string ToString() => ControlCharacters.MakeVisible($"{FirstFilled(Name, Id)}={Value}");

    void IReadableFromText.FromText(string text) => Value = text;
}
