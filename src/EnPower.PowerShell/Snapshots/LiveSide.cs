namespace EnPower.Snapshots;

/// <summary>
/// A side of a comparison from pipeline objects. It buffers them in a temporary file, because a comparison reads each side more
/// than once, and memory must not grow with the objects.
/// </summary>
internal sealed class LiveSide : IDisposable
{
    private readonly string _name;
    private readonly TemporaryFile _file = new();
    private readonly SnapshotRecorder _recorder;

    /// <summary>Starts a side.</summary>
    /// <param name="name">The name of the side in messages.</param>
    /// <param name="before">The read that is in progress in the same pipeline, if any.</param>
    public LiveSide(string name, (Type Model, ListRead Read)? before)
    {
        _name = name;
        _recorder = new SnapshotRecorder(_file.Stream, before);
    }

    public void Add(PSObject[] objects) => Array.ForEach(objects, _recorder.Add);

    /// <summary>Creates the side, and writes the warnings about its objects.</summary>
    public SnapshotSide End(Cmdlet cmdlet, CancellationToken cancellationToken)
    {
        _recorder.End();
        _file.Stream.Flush();
        foreach (string warning in _recorder.Warnings)
        {
            cmdlet.WriteWarning(warning);
        }

        return new SnapshotSide(_name, _file.Open, cancellationToken);
    }

    public void Dispose()
    {
        _recorder.Dispose();
        _file.Dispose();
    }
}
