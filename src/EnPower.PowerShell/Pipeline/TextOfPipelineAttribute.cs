using System.Collections;

namespace EnPower.Pipeline;

/// <summary>
/// Accepts only text and identifiers. The engine would convert any object to text, such as <c>@{Domain=contoso.com}</c>. An
/// object that has the parameter as a property binds by property name.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class TextOfPipelineAttribute : ArgumentTransformationAttribute
{
    /// <summary>
    /// Gets or sets whether an empty text counts as omitted and is not an error. For parameters that are safe to omit, because an
    /// object from the pipeline may have no value for them.
    /// </summary>
    public bool AllowsNone { get; set; }

    /// <summary>Gets the expected value in a sentence: <c>the ID or the domain of a tenant</c>.</summary>
    private protected abstract string Expected { get; }

    /// <summary>Gets the properties by which an object is accepted instead of text.</summary>
    private protected abstract IReadOnlyList<string> PropertyNames { get; }

    /// <summary>Gets the properties by which another parameter accepts the object.</summary>
    private protected virtual IReadOnlyList<string> OtherPropertyNames => [];

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData.Unwrap();
        return value switch
        {
            null => null,
            string text when AllowsNone && string.IsNullOrWhiteSpace(text) => null,
            IEnumerable items and not string and not IDictionary =>
                items.Cast<object?>().Select(item => Text(item, item)).ToArray(),
            _ => new[] { Text(value, inputData) },
        };
    }

    /// <summary>Gets the recommendation for empty text.</summary>
    private protected abstract string InsteadOfBlank();

    /// <summary>
    /// Gets the reason and the recommendation for a pattern that is not permitted; <see langword="null"/> if wildcards are.
    /// </summary>
    private protected abstract string? InsteadOfPattern(string pattern);

    /// <summary>Gets the text of an object; <see langword="null"/> if it must bind by property name.</summary>
    private protected virtual string? TextOf(PSObject item) => null;

    private string? Text(object? value, object? original)
    {
        object? bare = value.Unwrap();
        switch (bare)
        {
            case null:
                return null;
            case Guid id:
                return id.ToString();
            case string text when string.IsNullOrWhiteSpace(text):
                throw new ArgumentTransformationMetadataException($"The text is empty or blank. {InsteadOfBlank()}");
            case string text when text.IndexOfAny(['*', '?']) >= 0 && InsteadOfPattern(text) is { } instead:
                throw new ArgumentTransformationMetadataException($"{text} is a pattern, and {instead}");
            case string text:
                return text;
        }

        var properties = PSObject.AsPSObject(original);
        if (TextOf(properties) is { } given)
        {
            return given;
        }

        string named = PropertyNames.Count == 1
            ? $"the property {PropertyNames[0]}"
            : $"one of the properties {string.Join(", ", PropertyNames)}";
        string reason = $"An object of type {bare.GetType().Name} is not text. Pass {Expected}, or an object with {named}.";

        // With an InvalidCastException as the cause, the engine tries other ways to bind.
        throw PropertyNames.Concat(OtherPropertyNames).Any(name => properties.Properties[name] is not null)
            ? new ArgumentTransformationMetadataException(reason, new PSInvalidCastException(reason))
            : new ArgumentTransformationMetadataException(reason);
    }
}
