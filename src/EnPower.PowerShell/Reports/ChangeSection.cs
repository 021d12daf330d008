namespace EnPower.Reports;

/// <summary>What changed since a snapshot: how much, and the first of it, what matters to security before all else.</summary>
/// <param name="since">When the snapshot was taken, in UTC.</param>
internal sealed class ChangeSection(DateTime since)
{
    /// <summary>How many changes are shown.</summary>
    public const int Limit = 100;

    private readonly List<Change> _securityRelevant = [];
    private readonly List<Change> _others = [];

    public DateTime Since => since;

    /// <summary>Gets how many changes matter to security.</summary>
    public long SecurityRelevantCount { get; private set; }

    /// <summary>Gets how many changes there are.</summary>
    public long Count { get; private set; }

    /// <summary>Gets or sets why nothing was compared.</summary>
    public string? Obstacle { get; set; }

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
