namespace EnPower.Snapshots;

/// <summary>
/// One side of a comparison that comes as objects. They lie in a temporary file meanwhile: a comparison reads each side more
/// than once, and memory is not to grow with what the objects hold.
/// </summary>
internal sealed class LiveSide : IDisposable
{
    private readonly string _name;
    private readonly TemporaryFile _file = new();
    private readonly SnapshotRecorder _recorder;

    /// <summary>Begins a side.</summary>
    /// <param name="name">What it is called in messages.</param>
    /// <param name="before">The read that goes on in the same pipeline, if there is one.</param>
    public LiveSide(string name, (Type Model, ListRead Read)? before)
    {
        _name = name;
        _recorder = new SnapshotRecorder(_file.Stream, before);
    }

    public void Add(PSObject[] objects) => Array.ForEach(objects, _recorder.Add);

    /// <summary>Makes a side of what came, and warns of what a user should know of it.</summary>
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
