using System.Reflection;

namespace EnPower.Mutation;

/// <summary>Activates the mutants of one mutated assembly in this process, and sees which are reached.</summary>
internal sealed class MutantSwitch
{
    /// <summary>The ending of the empty file that lies beside a mutated assembly.</summary>
    public const string MutatedMarker = ".mutated";

    /// <summary>The environment variable that activates a mutant of a process, such as EnPower.Client:17.</summary>
    public const string Variable = "ENPOWER_MUTANT";

    private readonly FieldInfo _active;
    private readonly FieldInfo _covered;
    private readonly int _capacity;

    private MutantSwitch(string assembly, Type control)
    {
        Assembly = assembly;
        _active = control.GetField("Active")!;
        _covered = control.GetField("Covered")!;
        _capacity = (int)control.GetField("Capacity")!.GetRawConstantValue()!;
    }

    public string Assembly { get; }

    public static IReadOnlyList<MutantSwitch> FindAll(string folder) =>
    [
        .. from path in Directory.EnumerateFiles(folder, "EnPower.*.dll")
           let name = Path.GetFileNameWithoutExtension(path)
           where File.Exists(Path.Combine(folder, name + MutatedMarker))
           let control = System.Reflection.Assembly.Load(new AssemblyName(name)).GetTypes()
               .Single(type => type.Name == "MutantControl")
           select new MutantSwitch(name, control),
    ];


    public void Activate(int mutant) => _active.SetValue(null, mutant);

    public void Deactivate() => Activate(-1);

    public void Capture() => _covered.SetValue(null, new bool[_capacity]);

    public int[] TakeCovered()
    {
        var covered = (bool[])_covered.GetValue(null)!;
        Capture();
        return [.. Enumerable.Range(0, _capacity).Where(id => covered[id])];
    }
}
