namespace EnPower;

/// <summary>What became of an object between two snapshots.</summary>
public enum ChangeType
{
    /// <summary>It is in the difference only.</summary>
    Added,

    /// <summary>It is in the reference only.</summary>
    Removed,

    /// <summary>One of its properties has another value.</summary>
    Changed,

    /// <summary>It is in both, and no property that was compared has another value.</summary>
    Unchanged,
}
