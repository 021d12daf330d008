using System.Collections;

namespace EnPower.Pipeline;

/// <summary>
/// Takes text, and identifiers, and nothing else for them: the engine would make a text of any object, such as
/// <c>@{Domain=contoso.com}</c>, of which the API knows nothing. An object that has the parameter as a property binds by that.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TextOfPipelineAttribute : ArgumentTransformationAttribute
{
    // What may be bound by name instead.
    private static readonly string[] PropertyNames = ["Tenant", "TenantId", "TenantDomain", "Connection"];

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            null => null,
            IEnumerable items and not string and not IDictionary => items.Cast<object?>().Select(item => Text(item, item)).ToArray(),
            _ => new[] { Text(value, inputData) },
        };
    }

    private static string? Text(object? value, object? original)
    {
        object? bare = value is PSObject wrapped ? wrapped.BaseObject : value;
        switch (bare)
        {
            case null:
                return null;
            case Guid id:
                return id.ToString();
            case string text when string.IsNullOrWhiteSpace(text):
                throw new ArgumentTransformationMetadataException("The text is empty or blank. Leave the parameter out to read all tenants.");
            case string text when text.IndexOfAny(['*', '?']) >= 0:
                throw new ArgumentTransformationMetadataException(
                    $"{text} is a pattern, and a tenant is given by its whole ID or domain. To choose by a pattern, read all tenants: "
                    + $"| Where-Object TenantDomain -Like '{text}'.");
            case string text:
                return text;
        }

        var properties = PSObject.AsPSObject(original);
        string reason = $"An object of type {bare.GetType().Name} is no text. Give the ID or the domain of a tenant, or an object "
            + $"with one of the properties {string.Join(", ", PropertyNames.Take(3))}.";

        // By an invalid cast as the cause the engine knows that another way to bind is left to try.
        throw PropertyNames.Any(name => properties.Properties[name] is not null)
            ? new ArgumentTransformationMetadataException(reason, new PSInvalidCastException(reason))
            : new ArgumentTransformationMetadataException(reason);
    }
}
