namespace EnPower;

/// <summary>The type of Cloud Governance metadata. Undefined numbers are kept.</summary>
public enum MetadataType
{
    /// <summary>No type.</summary>
    None = 0,

    /// <summary>A single line of text.</summary>
    SingleLineOfText = 1,

    /// <summary>Several lines of text.</summary>
    MultipleLinesOfText = 2,

    /// <summary>Yes or no.</summary>
    YesNo = 3,

    /// <summary>A choice.</summary>
    Choice = 4,

    /// <summary>A people picker filter profile.</summary>
    PeoplePickerFilterProfile = 5,

    /// <summary>Managed metadata.</summary>
    ManagedMetadata = 6,

    /// <summary>A hyperlink.</summary>
    Hyperlink = 7,

    /// <summary>A user profile property.</summary>
    UserProfileProperty = 8,

    /// <summary>A Microsoft Entra property.</summary>
    MicrosoftEntraProperty = 9,

    /// <summary>A lookup.</summary>
    Lookup = 10,

    /// <summary>A user property.</summary>
    UserProperty = 11,
}
