using System.Reflection;
using EnPower.Output;

namespace EnPower.Snapshots;

/// <summary>Converts pipeline input to objects of a resource: live objects, or objects from a file or another process.</summary>
internal static class SnapshotObject
{
    private static readonly ApiObjectConverter Converter = new();

    /// <summary>Gets an object of a resource.</summary>
    /// <exception cref="EnPowerException">The input is not an object of a resource.</exception>
    public static ApiObject From(PSObject value)
    {
        // PowerShell calls the converter itself, except before the module is imported and in Constrained Language Mode.
        object item = Converter.CanConvertFrom(value, typeof(ApiObject))
            ? ((PSObject)Converter.ConvertFrom(value, typeof(ApiObject), formatProvider: null!, ignoreCase: true)).BaseObject
            : value.BaseObject;
        return item is ApiObject resource && item.GetType().IsDefined(typeof(ApiListAttribute))
            ? resource
            : throw new EnPowerException(
                EnPowerErrorId.NotOfOneResource, $"An object of type {value.TypeNames[0]} is not a resource of EnPower.");
    }
}
