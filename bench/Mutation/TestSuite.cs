using System.Security.Cryptography;
using System.Text.Json;

namespace EnPower.Mutation;

/// <summary>A test assembly, laid out beside mutated assemblies.</summary>
internal sealed class TestSuite
{
    private static readonly TimeSpan ClassLimit = TimeSpan.FromMinutes(10);

    private TestSuite(string name, string path)
    {
        Name = name;
        Path = path;
    }

    public string Name { get; }

    public string Path { get; }

    /// <summary>Gets the test cases that pass without a mutant, with the mutants that they cover.</summary>
    public IReadOnlyList<TestCoverage> Tests { get; private set; } = [];

    /// <summary>Gets the names of the test cases that fail here without a mutant.</summary>
    public IReadOnlyList<string> LeftOut { get; private set; } = [];

    /// <summary>Copies a test assembly with its dependencies, and replaces the original assemblies by the mutated ones.</summary>
    public static TestSuite LayOut(string testAssemblyPath, string target, string mutatedPath)
    {
        string source = System.IO.Path.GetDirectoryName(testAssemblyPath)!;
        MutatedCopy.Create(source, target, mutatedPath);
        File.Copy(typeof(TestSuite).Assembly.Location, System.IO.Path.Combine(target, "Mutation.dll"));
        return new TestSuite(System.IO.Path.GetFileNameWithoutExtension(testAssemblyPath), target);
    }

    /// <summary>Runs each class in a process of its own, without a mutant, and notes which mutants its tests reach.</summary>
    /// <param name="sources">The files that the coverage depends on. It is captured again after one of them has changed.</param>
    /// <param name="workers">How many run at once.</param>
    public async Task CaptureCoverageAsync(IEnumerable<string> sources, int workers)
    {
        string cachePath = $"{Path}.{Fingerprint(sources)}.json";
        if (File.Exists(cachePath))
        {
            Take(JsonSerializer.Deserialize<TestCoverage[]>(await File.ReadAllTextAsync(cachePath).ConfigureAwait(false))!);
            return;
        }

        IReadOnlyList<string> classes;
        using (var worker = new WorkerProcess(this))
        {
            WorkAnswer? answer = await worker.AskAsync(new WorkRequest(), ClassLimit).ConfigureAwait(false);
            classes = answer?.Classes ?? throw new InvalidOperationException($"{Name} has no tests to run: {worker.LastError}");
        }

        var tests = new List<TestCoverage>();
        await Parallel.ForEachAsync(classes, new ParallelOptions { MaxDegreeOfParallelism = workers }, async (testClass, _) =>
        {
            using var worker = new WorkerProcess(this);
            WorkAnswer? answer = await worker.AskAsync(new WorkRequest([testClass]), ClassLimit).ConfigureAwait(false);
            lock (tests)
            {
                tests.AddRange(
                    answer?.Coverage ?? throw new InvalidOperationException($"{testClass} did not end: {worker.LastError}"));
            }

            Console.Write('.');
        }).ConfigureAwait(false);
        Console.WriteLine();

        await File.WriteAllTextAsync(cachePath, JsonSerializer.Serialize(tests)).ConfigureAwait(false);
        Take(tests);
    }

    private void Take(IReadOnlyCollection<TestCoverage> tests)
    {
        Tests = [.. tests.Where(test => !test.Failed)];
        LeftOut = [.. tests.Where(test => test.Failed).Select(test => test.Name)];
        foreach (string name in LeftOut)
        {
            Console.WriteLine($"Left out, for it fails without a mutant: {name}");
        }
    }

    private static string Fingerprint(IEnumerable<string> sources)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string source in sources)
        {
            hash.AppendData(File.ReadAllBytes(source));
        }

        return Convert.ToHexString(hash.GetHashAndReset())[..16];
    }
}
