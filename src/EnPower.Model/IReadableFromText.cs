namespace EnPower;

/// <summary>An object that the API may send as a text.</summary>
internal interface IReadableFromText
{
    /// <summary>Sets the identifying property to the text.</summary>
    void FromText(string text);
}
