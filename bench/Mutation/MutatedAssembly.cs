using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.Extensions.Logging.Abstractions;
using Stryker.Abstractions;
using Stryker.Configuration.Options;
using Stryker.Core.Compiling;
using Stryker.Core.InjectedHelpers;
using Stryker.Core.Mutants;
using Stryker.Utilities.Logging;

namespace EnPower.Mutation;

/// <summary>An assembly that contains all mutants of its project, none of them active.</summary>
internal sealed class MutatedAssembly : ICompilationContent
{
    private const int MaxCompilations = 50;
    private const int LongestText = 90;

    private CSharpCompilation _compilation;

    private MutatedAssembly(CSharpCompilation compilation) => _compilation = compilation;

    public IEnumerable<SyntaxTree> SyntaxTrees => _compilation.SyntaxTrees;

    public void ReplaceSyntaxTree(SyntaxTree original, SyntaxTree updated) =>
        _compilation = _compilation.ReplaceSyntaxTree(original, updated);

    /// <summary>Mutates and compiles a project.</summary>
    /// <param name="root">The repository, which paths are relative to.</param>
    /// <param name="projectPath">The folder of the project.</param>
    /// <param name="compilerArguments">The compiler arguments of the build.</param>
    /// <param name="target">The path of the assembly to write.</param>
    /// <returns>The mutants that compile.</returns>
    public static IReadOnlyList<Mutant> Emit(
        string root,
        string projectPath,
        IEnumerable<string> compilerArguments,
        string target)
    {
        CSharpCommandLineArguments arguments = CSharpCommandLineParser.Default.Parse(
            compilerArguments, projectPath, sdkDirectory: null);
        IEnumerable<SyntaxTree> sources = arguments.SourceFiles.Select(file =>
            CSharpSyntaxTree.ParseText(File.ReadAllText(file.Path), arguments.ParseOptions, file.Path, Encoding.UTF8));
        var original = CSharpCompilation.Create(
            arguments.CompilationName,
            sources,
            arguments.MetadataReferences.Select(reference => MetadataReference.CreateFromFile(reference.Reference)),
            // Mutants have warnings, such as code that is never reached.
            arguments.CompilationOptions
                .WithGeneralDiagnosticOption(ReportDiagnostic.Suppress)
                .WithSpecificDiagnosticOptions(ImmutableDictionary<string, ReportDiagnostic>.Empty));

        ApplicationLogging.LoggerFactory = NullLoggerFactory.Instance;
        var injection = new CodeInjection();
        var orchestrator = new CsharpMutantOrchestrator(
            new MutantPlacer(injection), options: new StrykerOptions { MutationLevel = MutationLevel.Standard });
        var assembly = new MutatedAssembly(original);
        string generated = Path.Combine(projectPath, "obj") + Path.DirectorySeparatorChar;
        var mutants = new List<IMutant>();
        foreach (SyntaxTree tree in original.SyntaxTrees.Where(
            tree => !tree.FilePath.StartsWith(generated, StringComparison.Ordinal)))
        {
            assembly.ReplaceSyntaxTree(tree, orchestrator.Mutate(tree, original.GetSemanticModel(tree)));
            mutants.AddRange(orchestrator.GetLatestMutantBatch());
        }

        int capacity = mutants.Select(mutant => mutant.Id).DefaultIfEmpty().Max() + 1;
        assembly._compilation = assembly._compilation.AddSyntaxTrees(
            CSharpSyntaxTree.ParseText(
                MutantControl(injection.HelperNamespace, arguments.CompilationName!, capacity),
                arguments.ParseOptions,
                "MutantControl.cs",
                Encoding.UTF8));

        HashSet<int> uncompilable = assembly.Compile(arguments.ManifestResources, target);
        return
        [
            .. mutants
                .Where(mutant => mutant.ResultStatus == MutantStatus.Pending && !uncompilable.Contains(mutant.Id))
                .Where(mutant => !IsOfConfigureAwait(mutant.Mutation.OriginalNode))
                .Select(mutant => Describe(root, arguments.CompilationName!, mutant)),
        ];
    }

    // It makes a difference only to threads with a synchronization context, which neither the tests nor PowerShell have.
    private static bool IsOfConfigureAwait(SyntaxNode node) =>
        node.Parent is ArgumentSyntax
        {
            Parent.Parent: InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: nameof(Task.ConfigureAwait) },
            },
        };

    private static Mutant Describe(string root, string assembly, IMutant mutant)
    {
        FileLinePositionSpan place = mutant.Mutation.OriginalNode.GetLocation().GetLineSpan();
        return new Mutant(
            assembly,
            mutant.Id,
            Path.GetRelativePath(root, place.Path).Replace('\\', '/'),
            place.StartLinePosition.Line + 1,
            OneLine(mutant.Mutation.OriginalNode),
            OneLine(mutant.Mutation.ReplacementNode));
    }

    private static string OneLine(SyntaxNode node)
    {
        string text = string.Join(' ', node.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length > LongestText ? text[..LongestText] + "…" : text;
    }

    private HashSet<int> Compile(IEnumerable<ResourceDescription> resources, string target)
    {
        var rollback = new CSharpRollbackProcess();
        var uncompilable = new HashSet<int>();
        for (int attempt = 1; attempt <= MaxCompilations; attempt++)
        {
            using var image = new MemoryStream();
            var result = _compilation.Emit(image, manifestResources: resources);
            if (result.Success)
            {
                File.WriteAllBytes(target, image.ToArray());
                return uncompilable;
            }

            ICSharpRollbackProcess.Mode mode = attempt > MaxCompilations / 2
                ? ICSharpRollbackProcess.Mode.Aggressive
                : ICSharpRollbackProcess.Mode.Normal;
            IEnumerable<int>? removed = rollback.RollbackMutationsInError(this, result.Diagnostics, mode, false);
            if (removed is null)
            {
                throw new InvalidOperationException($"{target} does not compile: "
                    + $"{result.Diagnostics.First(error => error.Severity == DiagnosticSeverity.Error)}");
            }

            uncompilable.UnionWith(removed);
        }

        throw new InvalidOperationException($"{target} does not compile without the mutants that do not.");
    }

    /// <summary>
    /// The class that the mutated code calls to find out whether a mutant is active. It replaces Stryker's, whose active mutant
    /// is that of an environment variable alone.
    /// </summary>
    private static string MutantControl(string helperNamespace, string assembly, int capacity) => $$"""
        #nullable disable
        namespace {{helperNamespace}}
        {
            internal static class MutantControl
            {
                public const int Capacity = {{capacity}};
                public static int Active = FromEnvironment();
                public static bool[] Covered;

                private static int FromEnvironment()
                {
                    string[] mutant = System.Environment.GetEnvironmentVariable("{{MutantSwitch.Variable}}")?.Split(':');
                    return mutant != null && mutant[0] == "{{assembly}}" ? int.Parse(mutant[1]) : -1;
                }

                public static bool IsActive(int id)
                {
                    bool[] covered = Covered;
                    if (covered != null)
                    {
                        covered[id] = true;
                    }

                    return id == Active;
                }
            }

            internal sealed class MutantContext : System.IDisposable
            {
                public static T TrackValue<T>(System.Func<T> value) { return value(); }

                public void Dispose() { }
            }
        }
        """;
}
