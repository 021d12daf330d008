namespace EnPower.Json;

/// <summary>An object for which the API sometimes sends a text instead.</summary>
internal interface ITextualObject
{
    /// <summary>Takes the text as that which the object is known by.</summary>
    void SetText(string text);
}
