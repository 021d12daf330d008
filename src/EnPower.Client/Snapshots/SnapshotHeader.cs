namespace EnPower.Snapshots;

/// <summary>The first line of a snapshot.</summary>
/// <param name="Resource">The name of the model of the objects.</param>
/// <param name="Scope">The scope; <see langword="null"/> if the last line has it.</param>
/// <param name="Time">When the snapshot was started, in UTC.</param>
/// <param name="ModuleVersion">The version of EnPower that wrote it.</param>
/// <param name="Fields">The fields that this version knows.</param>
internal sealed record SnapshotHeader(
    string Resource, SnapshotScope? Scope, DateTime Time, string ModuleVersion, IReadOnlyList<string> Fields)
{
    /// <summary>The version of the format. A change that older versions of EnPower can't read increments it.</summary>
    public const int FormatVersion = 1;
}
