using System.Management.Automation;
using System.Management.Automation.Runspaces;
using BenchmarkDotNet.Attributes;
using EnPower.Paging;

namespace EnPower;

/// <summary>A page of 1000 mailboxes down a pipeline: one by one, and as a list that the engine takes apart.</summary>
public class EmitPage
{
    private Runspace _runspace = null!;

    [GlobalSetup]
    public void Setup()
    {
        WritePageCommand.Page = [.. new ListQuery<Mailbox>().ParsePage(new ArraySegment<byte>(SamplePage.Read()))!.Items!
            .Cast<object>()];
        var state = InitialSessionState.CreateDefault2();
        state.Commands.Add(new SessionStateCmdletEntry("Write-Page", typeof(WritePageCommand), helpFileName: null));
        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
    }

    [GlobalCleanup]
    public void Cleanup() => _runspace.Dispose();

    [Benchmark]
    public void OneByOne() => Run("Write-Page | Out-Null");

    [Benchmark]
    public void AsList() => Run("Write-Page -AsList | Out-Null");

    private void Run(string script)
    {
        using PowerShell shell = PowerShell.Create();
        shell.Runspace = _runspace;
        shell.AddScript(script).Invoke();
    }
}
