using EnPower.Snapshots;

namespace EnPower;

/// <summary>Objects of the tenant lie in a temporary file only as long as they must, and for nobody else.</summary>
public sealed class TemporaryFileTests
{
    [Fact]
    public void Is_for_its_user_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("On Windows, the folder of temporary files is the user's own.");
            return;
        }

        using var file = new TemporaryFile();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file.Stream.Name));
    }

    [Fact]
    public void Is_gone_once_it_is_closed()
    {
        var file = new TemporaryFile();
        string path = file.Stream.Name;
        Assert.True(File.Exists(path));

        file.Dispose();

        Assert.False(File.Exists(path));
    }

    [Fact]
    public void Is_gone_once_the_objects_of_the_pipeline_are_compared()
    {
        var live = new LiveSide("live", before: null);
        live.Add([PSObject.AsPSObject(new Mailbox { Id = "a" })]);
        SnapshotSide side = live.End(RecordingRuntime.Create().Command, TestContext.Current.CancellationToken);
        side.Open().Dispose();

        live.Dispose();

        Assert.Throws<FileNotFoundException>(() => side.Open());
    }
}
