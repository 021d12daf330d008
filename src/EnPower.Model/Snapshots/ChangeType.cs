namespace EnPower;

/// <summary>The type of a change between two snapshots.</summary>
public enum ChangeType
{
    /// <summary>The object is in the difference only.</summary>
    Added,

    /// <summary>The object is in the reference only.</summary>
    Removed,

    /// <summary>A property of the object has another value.</summary>
    Changed,

    /// <summary>The object is in both, with equal values of all compared properties.</summary>
    Unchanged,
}
