using System.Collections;

namespace EnPower.Snapshots;

/// <summary>Objects as they come down a pipeline: live, or as they come back from a file or another process.</summary>
internal static class SnapshotObject
{
    private const string Deserialized = "Deserialized.";

    /// <summary>Gets an object of the API.</summary>
    /// <param name="value">What came.</param>
    /// <param name="flattened">Takes the fields whose objects came as mere text.</param>
    /// <exception cref="EnPowerException">It is none.</exception>
    public static ApiObject From(PSObject value, ISet<string> flattened)
    {
        if (value.BaseObject is ApiObject item && item.GetType().IsDefined(typeof(ApiListAttribute), inherit: false))
        {
            return item;
        }

        string type = value.TypeNames[0];
        ResourceModel? model = ModelOf(value);
        if (model is null || !ResourceModel.Resources.Contains(model.Type))
        {
            throw new EnPowerException(EnPowerErrorId.NotOfOneResource, $"An object is no resource of EnPower, but {type}.");
        }

        return model.Create(Members(value, model, flattened));
    }

    private static ResourceModel? ModelOf(PSObject value)
    {
        string type = value.TypeNames[0];
        return type.StartsWith(Deserialized, StringComparison.Ordinal)
            && typeof(ApiObject).Assembly.GetType(type.Substring(Deserialized.Length)) is { IsAbstract: false } model
            && typeof(ApiObject).IsAssignableFrom(model)
                ? ResourceModel.Of(model)
                : null;
    }

    private static Dictionary<string, object?> Members(PSObject value, ResourceModel model, ISet<string> flattened)
    {
        var members = new Dictionary<string, object?>();
        foreach (ResourceProperty property in model.Properties)
        {
            object? member = value.Properties[property.Name]?.Value;
            if (IsFlattened(property, member))
            {
                flattened.Add(property.Field);
            }
            else if (member is not null)
            {
                members[property.Field] = Plain(member, flattened);
            }
        }

        if (Base(value.Properties[nameof(ApiObject.AdditionalProperties)]?.Value) is IDictionary additional)
        {
            foreach (DictionaryEntry field in additional)
            {
                members[(string)field.Key] = Plain(field.Value, flattened);
            }
        }

        return members;
    }

    // Beyond a depth, PowerShell serializes an object as the text that it shows.
    private static bool IsFlattened(ResourceProperty property, object? member) =>
        (property.Group is not null && Base(member) is string)
        || (property.HoldsObjects && Base(member) is IEnumerable items && items.Cast<object?>().Any(static item => Base(item) is string));

    private static object? Plain(object? value, ISet<string> flattened)
    {
        if (value is PSObject wrapped && ModelOf(wrapped) is { } model)
        {
            return Members(wrapped, model, flattened);
        }

        return Base(value) switch
        {
            string text => text,
            IDictionary members => members.Cast<DictionaryEntry>()
                .ToDictionary(static member => (string)member.Key, member => Plain(member.Value, flattened)),
            IEnumerable items => items.Cast<object?>().Select(item => Plain(item, flattened)).ToArray(),
            var plain => plain,
        };
    }

    private static object? Base(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
