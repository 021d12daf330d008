namespace EnPower.Emulator;

/// <summary>What the emulator answers with.</summary>
public enum DataSet
{
    /// <summary>Items computed from their index, as many as the options ask for.</summary>
    Synthetic,

    /// <summary>The response sample of the API's documentation, byte for byte, comments included.</summary>
    DocumentationSample,
}
