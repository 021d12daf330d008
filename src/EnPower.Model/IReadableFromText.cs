namespace EnPower;

/// <summary>An object for which the API sometimes sends a text instead.</summary>
internal interface IReadableFromText
{
    /// <summary>Takes the text as that which the object is known by.</summary>
    void FromText(string text);
}
