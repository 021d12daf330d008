namespace EnPower.Mutation;

/// <summary>A copy of a folder in which the mutated assemblies replace the original ones.</summary>
internal static class MutatedCopy
{
    public static void Create(string source, string target, string mutatedPath)
    {
        if (Directory.Exists(target))
        {
            Directory.Delete(target, recursive: true);
        }

        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            string place = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            string mutated = Path.Combine(mutatedPath, Path.GetFileName(file));
            bool isMutated = File.Exists(mutated);
            File.Copy(isMutated ? mutated : file, place);
            if (isMutated)
            {
                File.Create(Path.ChangeExtension(place, null) + MutantSwitch.MutatedMarker).Dispose();
            }
        }
    }
}
