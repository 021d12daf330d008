using System.Reflection;
using System.Text.Json;
using Xunit;
using Xunit.Runner.Common;
using Xunit.Sdk;
using Xunit.v3;

namespace EnPower.Mutation;

/// <summary>Runs tests of one test assembly in this process, with one mutant after the other.</summary>
internal sealed class Worker
{
    /// <summary>The line that tells that a test has finished. The answer follows after the last one.</summary>
    public const string TestFinished = ".";

    private readonly StreamWriter _answers;
    private readonly Assembly _testAssembly;
    private readonly ITestFramework _framework;
    private readonly IReadOnlyList<MutantSwitch> _switches;
    private readonly Dictionary<string, ITestCase> _tests = [];
    private readonly HashSet<string> _classes = [];

    private Worker(Assembly testAssembly, StreamWriter answers)
    {
        _answers = answers;
        _testAssembly = testAssembly;
        _framework = ExtensibilityPointFactory.GetTestFramework(testAssembly);
        _switches = MutantSwitch.FindAll(Path.GetDirectoryName(testAssembly.Location)!);
    }

    public static async Task<int> RunAsync(string testAssembly)
    {
        // What tests write is no answer.
        using var answers = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        using var requests = new StreamReader(Console.OpenStandardInput());
        Console.SetOut(TextWriter.Null);
        Console.SetError(TextWriter.Null);
        Console.SetIn(TextReader.Null);

        TestContext.SetForInitialization(
            diagnosticMessageSink: null, diagnosticMessages: false, internalDiagnosticMessages: false);
        var worker = new Worker(Assembly.Load(new AssemblyName(testAssembly)), answers);
        while (await requests.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            WorkAnswer answer = await worker.AnswerAsync(JsonSerializer.Deserialize<WorkRequest>(line)!).ConfigureAwait(false);
            await answers.WriteLineAsync(JsonSerializer.Serialize(answer)).ConfigureAwait(false);
        }

        // Threads that a mutant left behind don't keep the process.
        Environment.Exit(0);
        return 0;
    }

    private async Task FindTestsAsync(IReadOnlyList<string>? classes)
    {
        Type[]? types = classes is null ? null : [.. classes.Where(_classes.Add).Select(name => _testAssembly.GetType(name)!)];
        if (types is [])
        {
            return;
        }

        ITestFrameworkDiscoveryOptions options = TestFrameworkOptions.ForDiscovery(new TestAssemblyConfiguration());
        options.SetPreEnumerateTheories(true);
        await _framework.GetDiscoverer(_testAssembly).Find(
            test =>
            {
                _tests[test.UniqueID] = test;
                return ValueTask.FromResult(true);
            },
            options,
            types).ConfigureAwait(false);
    }

    private async Task<WorkAnswer> AnswerAsync(WorkRequest request)
    {
        await FindTestsAsync(request.Classes).ConfigureAwait(false);
        if (request.Classes is null)
        {
            return new WorkAnswer
            {
                Classes = [.. _tests.Values.Select(test => test.TestClassName!).Distinct().Order(StringComparer.Ordinal)],
            };
        }

        if (request.Tests is not { } tests)
        {
            return new WorkAnswer { Coverage = await CaptureAsync(_tests.Values).ConfigureAwait(false) };
        }

        MutantSwitch? mutated = _switches.FirstOrDefault(mutated => mutated.Assembly == request.Assembly);
        mutated?.Activate(request.Mutant);
        string? failed;
        try
        {
            failed = await RunUntilFailureAsync([.. tests.Select(id => _tests[id])]).ConfigureAwait(false);
        }
        finally
        {
            mutated?.Deactivate();
        }

        return failed is null
            ? new WorkAnswer()
            : new WorkAnswer
            {
                FailedTest = failed,
                FailedName = _tests[failed].TestCaseDisplayName,
                FailsWithoutMutant = mutated is not null
                    && await RunUntilFailureAsync([_tests[failed]]).ConfigureAwait(false) is not null,
            };
    }

    private async Task<string?> RunUntilFailureAsync(IReadOnlyCollection<ITestCase> tests)
    {
        string? failed = null;
        string last = tests.First().UniqueID;
        await RunAsync(tests, message =>
        {
            if (message is ITestCaseMessage { TestCaseUniqueID: { } id })
            {
                last = id;
            }

            // Fixtures and clean-up fail beside the test cases.
            if (message is IErrorMetadata)
            {
                failed ??= last;
            }

            return failed is null;
        }).ConfigureAwait(false);
        return failed;
    }

    private async Task<IReadOnlyList<TestCoverage>> CaptureAsync(IReadOnlyCollection<ITestCase> tests)
    {
        var found = new List<TestCoverage>();
        bool failed = false;
        foreach (MutantSwitch mutated in _switches)
        {
            mutated.Capture();
        }

        // What fixtures and constructors of the class reach counts for each of its tests.
        Dictionary<string, HashSet<int>> shared = _switches.ToDictionary(mutated => mutated.Assembly, _ => new HashSet<int>());
        void AddShared()
        {
            foreach (MutantSwitch mutated in _switches)
            {
                shared[mutated.Assembly].UnionWith(mutated.TakeCovered());
            }
        }

        await RunAsync(tests, message =>
        {
            switch (message)
            {
                case ITestCaseStarting:
                    AddShared();
                    failed = false;
                    break;
                case ITestCaseFinished finished:
                    ITestCase test = _tests[finished.TestCaseUniqueID];
                    found.Add(new TestCoverage(
                        test.UniqueID,
                        test.TestCaseDisplayName,
                        test.TestClassName!,
                        (double)finished.ExecutionTime,
                        failed,
                        _switches.ToDictionary(mutated => mutated.Assembly, mutated => mutated.TakeCovered())));
                    break;
                case IErrorMetadata:
                    failed = true;
                    break;
            }

            return true;
        }).ConfigureAwait(false);
        AddShared();
        return
        [
            .. found.Select(test => test with
            {
                Covered = test.Covered.ToDictionary(
                    covered => covered.Key, covered => shared[covered.Key].Union(covered.Value).Order().ToArray()),
            }),
        ];
    }

    private async Task RunAsync(IReadOnlyCollection<ITestCase> tests, Func<IMessageSinkMessage, bool> onMessage)
    {
        ITestFrameworkExecutionOptions options = TestFrameworkOptions.ForExecution(new TestAssemblyConfiguration());
        options.SetSynchronousMessageReporting(true);
        options.SetDisableParallelization(true);
        await _framework.GetExecutor(_testAssembly).RunTestCases(tests, new Sink(OnMessage), options).ConfigureAwait(false);

        bool OnMessage(IMessageSinkMessage message)
        {
            if (message is ITestCaseFinished)
            {
                _answers.WriteLine(TestFinished);
            }

            return onMessage(message);
        }
    }

    private sealed class Sink(Func<IMessageSinkMessage, bool> onMessage) : IMessageSink
    {
        public bool OnMessage(IMessageSinkMessage message) => onMessage(message);
    }
}
