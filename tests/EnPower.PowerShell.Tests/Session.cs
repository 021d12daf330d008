using System.Collections;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using System.Net;
using System.Security;
using EnPower.Commands;
using EnPower.Emulator;

namespace EnPower;

/// <summary>
/// A PowerShell session with our cmdlets in it. Scripts find the parameters of Connect-EnPower in <c>$connect</c>.
/// </summary>
internal sealed class Session : IDisposable
{
    private readonly Runspace _runspace;

    public Session(EmulatorServer emulator, PSHost? host = null)
    {
        var state = InitialSessionState.CreateDefault2();
        foreach (Type type in typeof(GetEnPowerMailboxCommand).Assembly.GetExportedTypes())
        {
            if (type.GetCustomAttributes(typeof(CmdletAttribute), inherit: false) is [CmdletAttribute cmdlet])
            {
                state.Commands.Add(new SessionStateCmdletEntry($"{cmdlet.VerbName}-{cmdlet.NounName}", type, helpFileName: null));
            }
        }

        _runspace = host is null ? RunspaceFactory.CreateRunspace(state) : RunspaceFactory.CreateRunspace(host, state);
        _runspace.Open();
        Set("connect", new Hashtable
        {
            ["ClientId"] = emulator.ClientId,
            ["ClientSecret"] = Secure(emulator.ClientSecret),
            ["Endpoint"] = emulator.Endpoint,
            ["Authority"] = emulator.Authority,
            ["SkipCertificateCheck"] = true,
        });
    }

    public static SecureString Secure(string text) => new NetworkCredential(string.Empty, text).SecurePassword;

    /// <summary>Gives scripts a variable.</summary>
    public void Set(string variable, object value) => _runspace.SessionStateProxy.SetVariable(variable, value);

    /// <summary>Runs a script and returns what it writes.</summary>
    public IReadOnlyList<PSObject> Run(string script)
    {
        (IReadOnlyList<PSObject> output, ErrorRecord? error) = Invoke(script);
        Assert.Null(error?.ToString());
        return output;
    }

    /// <summary>Runs a script that reads mailboxes.</summary>
    public IReadOnlyList<Mailbox> Read(string script) => Read<Mailbox>(script);

    /// <summary>Runs a script that reads objects of a type.</summary>
    public IReadOnlyList<T> Read<T>(string script) => [.. Run(script).Select(item => Assert.IsType<T>(item.BaseObject))];

    /// <summary>Runs a script that meets an error, and returns that.</summary>
    public ErrorRecord Fail(string script)
    {
        ErrorRecord? error = Invoke(script).Error;
        Assert.NotNull(error);
        return error;
    }

    /// <summary>Makes a script ready to run, for tests that watch or stop it.</summary>
    public PowerShell Create(string script)
    {
        PowerShell shell = PowerShell.Create();
        shell.Runspace = _runspace;
        return shell.AddScript(script);
    }

    /// <summary>Gets what Tab offers at the end of an input.</summary>
    public IReadOnlyList<CompletionResult> Complete(string input)
    {
        using PowerShell shell = Create(string.Empty);
        return CommandCompletion.CompleteInput(input, input.Length, options: null, shell).CompletionMatches;
    }

    public void Dispose() => _runspace.Dispose();

    private (IReadOnlyList<PSObject> Output, ErrorRecord? Error) Invoke(string script)
    {
        using PowerShell shell = Create(script);
        try
        {
            return (shell.Invoke(), shell.Streams.Error.FirstOrDefault());
        }
        catch (RuntimeException exception)
        {
            return ([], exception.ErrorRecord);
        }
    }
}
