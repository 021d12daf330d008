namespace EnPower.Reports;

/// <summary>The changes since a snapshot: their number, and the first of them, security-relevant ones first.</summary>
/// <param name="since">When the snapshot was taken, in UTC.</param>
internal sealed class ChangeSection(DateTime since)
{
    /// <summary>The maximum number of changes that are shown.</summary>
    public const int Limit = 100;

    private readonly List<Change> _securityRelevant = [];
    private readonly List<Change> _others = [];

    public DateTime Since => since;

    /// <summary>Gets the number of security-relevant changes.</summary>
    public long SecurityRelevantCount { get; private set; }

    /// <summary>Gets the number of changes.</summary>
    public long Count { get; private set; }

    /// <summary>Gets or sets why the comparison failed.</summary>
    public string? FailureReason { get; set; }

    /// <summary>Gets the changes that are shown.</summary>
    public IEnumerable<Change> Shown => _securityRelevant.Concat(_others).Take(Limit);

    public void Add(Change change)
    {
        Count++;
        SecurityRelevantCount += change.IsSecurityRelevant ? 1 : 0;
        List<Change> changes = change.IsSecurityRelevant ? _securityRelevant : _others;
        if (changes.Count < Limit)
        {
            changes.Add(change);
        }
    }
}
