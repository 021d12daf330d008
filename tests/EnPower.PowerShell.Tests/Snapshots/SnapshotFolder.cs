using System.IO.Compression;
using System.Text;

namespace EnPower;

/// <summary>A folder for the snapshots of one test, and what tests do with them.</summary>
internal sealed class SnapshotFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    /// <summary>Gets the path of a file in the folder.</summary>
    public string this[string name] => Path.Combine(_folder.FullName, name);

    /// <summary>Gets the names of all files.</summary>
    public IReadOnlyList<string> Files => [.. _folder.GetFiles().Select(file => file.Name).Order()];

    /// <summary>Unpacks a snapshot.</summary>
    public string[] Lines(string name)
    {
        using var gzip = new GZipStream(File.OpenRead(this[name]), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        string text = reader.ReadToEnd();
        Assert.EndsWith("\n", text);
        return text[..^1].Split('\n');
    }

    /// <summary>Packs lines as a snapshot.</summary>
    public void Write(string name, IEnumerable<string> lines)
    {
        using var gzip = new GZipStream(File.Create(this[name]), CompressionLevel.Fastest);
        gzip.Write(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
