using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace EnPower.Mutation;

/// <summary>Mutates the projects, and finds out which mutants the tests kill.</summary>
internal sealed class Measurement
{
    private static readonly string[] Projects = ["EnPower.Model", "EnPower.Client", "EnPower.PowerShell"];
    private static readonly string[] Suites = ["EnPower.Client.Tests", "EnPower.PowerShell.Tests"];
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The seconds of tests that run in a worker that has run other mutants; a new process is for what passes them.
    /// </summary>
    private const double QuickSeconds = 10;

    /// <summary>How much longer than without a mutant a test may take, on a machine that does other work too.</summary>
    private const double Patience = 5;

    private readonly MeasurementOptions _options;
    private readonly IReadOnlyList<TestSuite> _suites;
    private readonly ModuleSuite _module;

    private Measurement(MeasurementOptions options, IReadOnlyList<TestSuite> suites, ModuleSuite module)
    {
        _options = options;
        _suites = suites;
        _module = module;
    }

    public static async Task<int> RunAsync(MeasurementOptions options)
    {
        string mutatedPath = Directory.CreateDirectory(Path.Combine(options.WorkPath, "assemblies")).FullName;
        var mutants = new List<Mutant>();
        foreach (string project in Projects)
        {
            mutants.AddRange(MutatedAssembly.Emit(
                options.Root,
                Path.Combine(options.Root, "src", project),
                await File.ReadAllLinesAsync(Path.Combine(options.WorkPath, project + ".rsp")).ConfigureAwait(false),
                Path.Combine(mutatedPath, project + ".dll")));
        }

        Console.WriteLine($"{mutants.Count} mutants in {mutants.Select(mutant => mutant.Folder).Distinct().Count()} folders.");
        var suites = new List<TestSuite>();
        foreach (string name in Suites)
        {
            string built = Path.Combine(options.Root, "tests", name, "bin", "Release", "net10.0");
            TestSuite suite = TestSuite.LayOut(
                Path.Combine(built, name + ".dll"), Path.Combine(options.WorkPath, name), mutatedPath);
            IEnumerable<string> sources = Directory.EnumerateFiles(built, "EnPower.*.dll").Order(StringComparer.Ordinal);
            Console.Write($"{name}, without a mutant ");
            await suite.CaptureCoverageAsync(sources, options.Workers).ConfigureAwait(false);
            Console.WriteLine($"{name}: {suite.Tests.Count} test cases, {suite.Tests.Sum(test => test.Seconds):0} s.");
            suites.Add(suite);
        }

        await WriteNotCoveredAsync(options, mutants, suites).ConfigureAwait(false);
        ModuleSuite module = await ModuleSuite.LayOutAsync(options, mutatedPath).ConfigureAwait(false);
        var measurement = new Measurement(options, suites, module);
        IReadOnlyList<MutantResult> results = await measurement.RunAsync(mutants).ConfigureAwait(false);
        var report = new MutationReport(options, mutants, results, [.. suites.SelectMany(suite => suite.LeftOut)]);
        await report.WriteAsync().ConfigureAwait(false);
        return 0;
    }

    /// <summary>Writes all mutants that no test reaches, whatever the sample is.</summary>
    private static Task WriteNotCoveredAsync(
        MeasurementOptions options, IEnumerable<Mutant> mutants, IEnumerable<TestSuite> suites)
    {
        TestCoverage[] tests = [.. suites.SelectMany(suite => suite.Tests)];
        return File.WriteAllLinesAsync(
            Path.Combine(options.WorkPath, "not-covered.txt"),
            mutants.Where(mutant => !ModuleSuite.Covers(mutant) && !tests.Any(test => test.Covers(mutant)))
                .Select(mutant => $"{mutant.File}:{mutant.Line} {mutant.Change}"));
    }

    private async Task<IReadOnlyList<MutantResult>> RunAsync(IReadOnlyList<Mutant> mutants)
    {
        Mutant[] sample =
        [
            .. mutants
                .Where(mutant => mutant.Folder.Contains(_options.Folder, StringComparison.Ordinal))
                .GroupBy(mutant => mutant.Folder)
                .SelectMany(folder => folder.OrderBy(Lot, StringComparer.Ordinal)
                    .Take(_options.Sample is 0 ? int.MaxValue : _options.Sample)),
        ];
        var results = new ConcurrentBag<MutantResult>();
        var waiting = new ConcurrentQueue<Mutant>(sample);
        await Task.WhenAll(Enumerable.Range(0, _options.Workers).Select(async _ =>
        {
            using var lane = new Lane();
            while (waiting.TryDequeue(out Mutant? mutant))
            {
                MutantResult result = await lane.TryAsync(mutant, _suites).ConfigureAwait(false);
                if (result.Outcome is Outcome.NotCovered && ModuleSuite.Covers(mutant))
                {
                    result = await _module.TryAsync(mutant).ConfigureAwait(false);
                }

                results.Add(result);
                Console.WriteLine(
                    $"{results.Count}/{sample.Length} {result.Outcome} {mutant.File}:{mutant.Line} "
                    + $"{mutant.Change} [{result.Test}]");
            }
        })).ConfigureAwait(false);
        return [.. results];
    }

    /// <summary>The same mutant draws the same lot when code elsewhere has changed.</summary>
    private string Lot(Mutant mutant) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{_options.Seed} {mutant.File} {mutant.Change}")))
        + $"{mutant.Line:D6}";

    /// <summary>The workers that one mutant after the other is run in.</summary>
    private sealed class Lane : IDisposable
    {
        private readonly Dictionary<TestSuite, WorkerProcess> _workers = [];

        public async Task<MutantResult> TryAsync(Mutant mutant, IReadOnlyList<TestSuite> suites)
        {
            bool covered = false;
            foreach (TestSuite suite in suites)
            {
                TestCoverage[] tests = [.. suite.Tests.Where(test => test.Covers(mutant)).OrderBy(test => test.Seconds)];
                if (tests.Length > 0)
                {
                    covered = true;
                    if (await TryAsync(mutant, suite, tests).ConfigureAwait(false) is { } killed)
                    {
                        return killed;
                    }
                }
            }

            return new MutantResult(mutant, covered ? Outcome.Survived : Outcome.NotCovered);
        }

        public void Dispose()
        {
            foreach (WorkerProcess worker in _workers.Values)
            {
                worker.Dispose();
            }
        }

        private static TimeSpan Limit(IEnumerable<TestCoverage> tests) =>
            StartLimit + TimeSpan.FromSeconds(Patience * tests.Max(test => test.Seconds));

        private async Task<MutantResult?> TryAsync(Mutant mutant, TestSuite suite, TestCoverage[] tests)
        {
            double seconds = 0;
            TestCoverage[] quick = [.. tests.TakeWhile((test, index) => (seconds += test.Seconds) < QuickSeconds || index is 0)];
            if (!_workers.TryGetValue(suite, out WorkerProcess? worker))
            {
                _workers[suite] = worker = new WorkerProcess(suite);
            }

            WorkAnswer? answer = await worker.AskAsync(Request(mutant, quick), Limit(quick)).ConfigureAwait(false);
            if (answer is { FailedTest: not null, FailsWithoutMutant: false })
            {
                return new MutantResult(mutant, Outcome.Killed, answer.FailedName);
            }

            if (answer is null or { FailsWithoutMutant: true })
            {
                worker.Dispose();
                _workers.Remove(suite);
            }

            // Earlier mutants may have left something in the worker, and what is computed once was computed without this
            // one. Only a new process tells. Code that one test of each class reaches may run once a process: all tests of
            // these classes may depend on it.
            HashSet<string> classes = [.. tests.Select(test => test.Class)];
            TestCoverage[] all = tests.Length > classes.Count
                ? tests
                : [.. suite.Tests.Where(test => classes.Contains(test.Class)).OrderBy(test => test.Seconds)];
            return await TryInNewProcessAsync(mutant, suite, all).ConfigureAwait(false);
        }

        private static async Task<MutantResult?> TryInNewProcessAsync(Mutant mutant, TestSuite suite, TestCoverage[] tests)
        {
            while (tests.Length > 0)
            {
                using var fresh = new WorkerProcess(suite);
                WorkAnswer? answer = await fresh.AskAsync(Request(mutant, tests), Limit(tests)).ConfigureAwait(false);
                if (answer is null)
                {
                    return new MutantResult(mutant, Outcome.TimedOut);
                }

                if (answer.FailedTest is null)
                {
                    return null;
                }

                if (!answer.FailsWithoutMutant)
                {
                    return new MutantResult(mutant, Outcome.Killed, answer.FailedName);
                }

                TestCoverage[] failed = [.. tests.Where(test => test.Id == answer.FailedTest)];
                using var unmutated = new WorkerProcess(suite);
                if (await unmutated.AskAsync(new WorkRequest([failed[0].Class], [answer.FailedTest]), Limit(failed))
                    .ConfigureAwait(false) is { FailedTest: null })
                {
                    return new MutantResult(mutant, Outcome.Killed, answer.FailedName);
                }

                tests = [.. tests.Except(failed)];
            }

            return null;
        }

        private static WorkRequest Request(Mutant mutant, IReadOnlyList<TestCoverage> tests) =>
            new([.. tests.Select(test => test.Class).Distinct()], [.. tests.Select(test => test.Id)], mutant.Assembly, mutant.Id);
    }
}
