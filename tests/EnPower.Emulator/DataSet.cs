namespace EnPower.Emulator;

/// <summary>The data that the emulator serves.</summary>
public enum DataSet
{
    /// <summary>Items computed from their index.</summary>
    Synthetic,

    /// <summary>The sample of the documentation of the API, byte for byte, including comments.</summary>
    DocumentationSample,
}
