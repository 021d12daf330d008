using System.Collections;
using System.Dynamic;
using System.Globalization;

namespace EnPower.Output;

/// <summary>
/// The property texts that views show: <c>[EnPower.Output.ViewText]::Of[$_].StorageUsedBytes</c> is the text of the property
/// StorageUsedBytes. Texts are safe for a terminal, sizes have a readable unit, and dates have a time only if the name of the
/// property ends in Time.
/// </summary>
/// <remarks>
/// It has properties and indexers only, because script blocks of views can't call methods in Constrained Language Mode. The
/// texts are not members of the object, which may be deserialized.
/// </remarks>
public sealed class ViewText : DynamicObject
{
    private const double NextUnit = 1024;
    private const string Units = "BKMGTP";

    private readonly PSObject _instance;
    private readonly bool _isFinding;

    internal ViewText(PSObject instance, bool isFinding)
    {
        _instance = instance;
        _isFinding = isFinding;
    }

    /// <summary>Gets the texts by object.</summary>
    public static ViewTexts Of { get; } = new();

    /// <inheritdoc/>
    public override bool TryGetMember(GetMemberBinder binder, out object? result)
    {
        string? text = Text(_instance.Properties[binder.Name]?.Value, binder.Name);
        result = _isFinding && !string.IsNullOrEmpty(text) ? Finding.Highlight(text!) : text;
        return true;
    }

    private static string? Text(object? value, string property)
    {
        // A deserialized enumeration is a number whose ToString returns the name.
        if (value is PSObject enumeration && enumeration.TypeNames.Contains("Deserialized.System.Enum"))
        {
            return ControlCharacters.MakeVisible(enumeration.ToString());
        }

        object? plain = value is PSObject { BaseObject: not PSCustomObject and var inner } ? inner : value;
        return plain switch
        {
            null => null,
            string text => ControlCharacters.MakeVisible(text),
            DateTime date => date.ToString(HasTime(property) ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd", CultureInfo.InvariantCulture),
            long bytes when property.EndsWith("Bytes", StringComparison.Ordinal) => Size(bytes),
            long or int => ((IFormattable)plain).ToString("N0", CultureInfo.CurrentCulture),
            double or decimal => ((IFormattable)plain).ToString("N1", CultureInfo.CurrentCulture),
            IEnumerable list and not IDictionary => string.Join("; ", list.Cast<object?>().Select(item => Text(item, property))),
            _ => ControlCharacters.MakeVisible(NameOf(value!)),
        };
    }

    // CreationTime, but not LastActivityDate and not LastLaunchedOn.
    private static bool HasTime(string property) => property.EndsWith("Time", StringComparison.Ordinal);

    // The display name of a nested object, if it has one.
    private static string NameOf(object value) =>
        value is PSObject or ApiObject
        && PSObject.AsPSObject(value).Properties["DisplayName"]?.Value is { } name && $"{name}" is { Length: > 0 } text
            ? text
            : value.ToString() ?? string.Empty;

    private static string Size(long bytes)
    {
        double size = bytes;
        int unit = 0;
        while (size >= NextUnit && unit < Units.Length - 1)
        {
            size /= NextUnit;
            unit++;
        }

        return unit == 0
            ? size.ToString("N0", CultureInfo.CurrentCulture) + " B"
            : $"{size.ToString("N1", CultureInfo.CurrentCulture)} {Units[unit]}B";
    }
}
