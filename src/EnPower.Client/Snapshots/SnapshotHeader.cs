namespace EnPower.Snapshots;

/// <summary>The first line of a snapshot.</summary>
/// <param name="Resource">What its objects are, by the name of their model.</param>
/// <param name="Scope">What was asked for; <see langword="null"/> where only the last line can say it.</param>
/// <param name="Time">When it was begun, in UTC.</param>
/// <param name="ModuleVersion">The version of EnPower that wrote it.</param>
/// <param name="Fields">The fields that this version knows.</param>
internal sealed record SnapshotHeader(
    string Resource, SnapshotScope? Scope, DateTime Time, string ModuleVersion, IReadOnlyList<string> Fields)
{
    /// <summary>The version of the format. Raised where older versions of EnPower can't read what is written.</summary>
    public const int FormatVersion = 1;
}
