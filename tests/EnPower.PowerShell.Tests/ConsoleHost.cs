using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation.Host;
using System.Security;

namespace EnPower;

/// <summary>A host whose user answers by functions of the test, and whose screen is a list of what was written.</summary>
internal sealed class ConsoleHost(string name = "A host with a user") : PSHost
{
    private readonly Console _console = new();

    public override string Name { get; } = name;

    public override Version Version { get; } = new(1, 0);

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override PSHostUserInterface? UI => HasConsole ? _console : null;

    /// <summary>Gets whether there is a console at all.</summary>
    public bool HasConsole { get; init; } = true;

    /// <summary>Gets what was written, in order.</summary>
    public IReadOnlyList<string> Screen => _console.Screen;

    /// <summary>Gets the prompts for a credential.</summary>
    public IReadOnlyList<(string Caption, string UserName)> CredentialPrompts => _console.CredentialPrompts;

    /// <summary>Gets the answer to a question in plain sight.</summary>
    public required Func<string?> Line { init => _console.Line = value; }

    /// <summary>Gets the answer to a question for a secret.</summary>
    public required Func<SecureString?> Secret { init => _console.Secret = value; }

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode)
    {
    }

    private sealed class Console : PSHostUserInterface
    {
        public List<string> Screen { get; } = [];

        public List<(string Caption, string UserName)> CredentialPrompts { get; } = [];

        public Func<string?> Line { get; set; } = null!;

        public Func<SecureString?> Secret { get; set; } = null!;

        public override PSHostRawUserInterface? RawUI => null;

        public override string ReadLine() => Line()!;

        public override SecureString ReadLineAsSecureString() => Secret()!;

        public override void Write(string value) => Screen.Add(value);

        public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

        public override void WriteLine(string value) => Write(value);

        public override void WriteErrorLine(string value) => Write(value);

        public override void WriteDebugLine(string message) => Write(message);

        public override void WriteVerboseLine(string message) => Write(message);

        public override void WriteWarningLine(string message) => Write(message);

        public override void WriteProgress(long sourceId, ProgressRecord record)
        {
        }

        public override Dictionary<string, PSObject> Prompt(
            string caption, string message, Collection<FieldDescription> descriptions) => throw new NotSupportedException();

        public override int PromptForChoice(
            string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) => defaultChoice;

        public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName)
        {
            CredentialPrompts.Add((caption, userName));
            return new PSCredential(Line()!, Secret()!);
        }

        public override PSCredential PromptForCredential(
            string caption,
            string message,
            string userName,
            string targetName,
            PSCredentialTypes allowedCredentialTypes,
            PSCredentialUIOptions options) => PromptForCredential(caption, message, userName, targetName);
    }
}
