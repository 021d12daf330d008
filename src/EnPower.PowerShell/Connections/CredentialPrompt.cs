using System.Management.Automation.Host;
using System.Security;

namespace EnPower.Connections;

/// <summary>Asks the user at the console for what Connect-EnPower was not given.</summary>
internal sealed class CredentialPrompt(PSHost host)
{
    /// <summary>Asks for the client ID.</summary>
    /// <exception cref="EnPowerException">There is no console, or the input is empty.</exception>
    public string AskForClientId()
    {
        string answer = Ask("Client ID", "client ID", static console => console.ReadLine()).Trim();
        return answer.Length > 0 ? answer : throw Missing("client ID");
    }

    /// <summary>Asks for the client secret, and shows nothing of it.</summary>
    /// <exception cref="EnPowerException">There is no console, or the input is empty.</exception>
    public SecureString AskForClientSecret(string clientId)
    {
        SecureString answer = Ask(
            $"Client secret of {clientId}", "client secret", static console => console.ReadLineAsSecureString());
        return answer.Length > 0 ? answer : throw Missing("client secret");
    }

    private T Ask<T>(string prompt, string what, Func<PSHostUserInterface, T> read)
    {
        // Without a user, a console would wait forever, or read input that is not meant for it.
        if (host.UI is not { } console || (host.Name == "ConsoleHost" && Console.IsInputRedirected))
        {
            throw Missing(what);
        }

        try
        {
            console.Write($"{ControlCharacters.MakeVisible(prompt)}: ");
            return read(console) ?? throw Missing(what);
        }
        catch (Exception exception) when (exception is HostException or InvalidOperationException or NotImplementedException)
        {
            throw Missing(what);
        }
    }

    private static EnPowerException Missing(string what) => new(
        EnPowerErrorId.CredentialMissing, $"No {what} was given, and there is no console to prompt for it.");
}
