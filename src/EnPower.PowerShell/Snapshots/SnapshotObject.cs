using EnPower.Output;

namespace EnPower.Snapshots;

/// <summary>Objects as they come down a pipeline: live, or as the engine brings them back from a file or another process.</summary>
internal static class SnapshotObject
{
    private static readonly ApiObjectConverter Converter = new();

    /// <summary>Gets an object of a resource.</summary>
    /// <exception cref="EnPowerException">It is none.</exception>
    public static ApiObject From(PSObject value)
    {
        // The engine calls the converter itself, but not before the module is imported, or where language is constrained.
        object item = Converter.CanConvertFrom(value, typeof(ApiObject))
            ? ((PSObject)Converter.ConvertFrom(value, typeof(ApiObject), formatProvider: null!, ignoreCase: true)).BaseObject
            : value.BaseObject;
        return item is ApiObject resource && item.GetType().IsDefined(typeof(ApiListAttribute), inherit: false)
            ? resource
            : throw new EnPowerException(EnPowerErrorId.NotOfOneResource, $"An object is no resource of EnPower, but {value.TypeNames[0]}.");
    }
}
