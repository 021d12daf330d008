using System.Management.Automation.Host;
using System.Security;
using EnPower.Emulator;

namespace EnPower;

/// <summary>What Connect-EnPower was not given, it asks the user for, and only a user.</summary>
public sealed class CredentialPromptTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Rest =
        "-Endpoint $connect.Endpoint -Authority $connect.Authority -SkipCertificateCheck";

    private readonly EmulatorServer _emulator = fixture.Emulator;

    public static TheoryData<Exception> RefusalsToAsk =>
    [
        new HostException("not interactive"),
        new InvalidOperationException("no console"),
        new NotImplementedException("no input"),
    ];

    [Fact]
    public void The_user_is_asked_for_the_client_ID_and_then_for_its_secret()
    {
        ConsoleHost host = Host(line: () => _emulator.ClientId, secret: () => Session.Secure(_emulator.ClientSecret));
        using var session = new Session(_emulator, host);

        session.Run($"Connect-EnPower {Rest}");

        Assert.Equal(["Client ID: ", $"Client secret of {_emulator.ClientId}: "], host.Screen);
        Assert.Single(session.Read("Get-EnPowerMailbox -First 1"));
    }

    [Fact]
    public void Spaces_around_the_client_ID_are_ignored()
    {
        ConsoleHost host = Host(line: () => $" {_emulator.ClientId} ");
        using var session = new Session(_emulator, host);

        session.Run($"Connect-EnPower -ClientSecret $connect.ClientSecret {Rest}");

        Assert.Equal(["Client ID: "], host.Screen);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void No_answer_is_no_client_ID(string? answer) => AssertIsMissing(
        "client ID", "-ClientSecret $connect.ClientSecret", Host(line: () => answer));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void No_answer_is_no_client_secret(string? answer) => AssertIsMissing(
        "client secret",
        "-ClientId $connect.ClientId",
        Host(secret: () => answer is null ? null : Session.Secure(answer)));

    [Theory]
    [MemberData(nameof(RefusalsToAsk), DisableDiscoveryEnumeration = true)]
    public void A_host_that_refuses_to_ask_has_no_console(Exception refusal)
    {
        AssertIsMissing("client ID", "-ClientSecret $connect.ClientSecret", Host(line: () => throw refusal));
        AssertIsMissing("client secret", "-ClientId $connect.ClientId", Host(secret: () => throw refusal));
    }

    [Fact]
    public void A_host_without_a_console_is_not_asked() =>
        AssertIsMissing("client ID", "-ClientSecret $connect.ClientSecret", Host(hasConsole: false));

    [Fact]
    public void A_terminal_whose_input_is_redirected_is_not_asked()
    {
        Assert.SkipUnless(Console.IsInputRedirected, "The input of the tests is a terminal.");
        ConsoleHost host = Host("ConsoleHost", line: () => _emulator.ClientId);

        AssertIsMissing("client ID", "-ClientSecret $connect.ClientSecret", host);

        Assert.Empty(host.Screen);
    }

    [Theory]
    [InlineData("$null", "")]
    [InlineData("'my client'", "my client")]
    public void A_prompt_for_a_credential_names_EnPower_and_proposes_the_client_ID_that_was_given(string given, string proposed)
    {
        ConsoleHost host = Host(line: () => _emulator.ClientId, secret: () => Session.Secure(_emulator.ClientSecret));
        using var session = new Session(_emulator, host);

        session.Run($"Connect-EnPower -Credential {given} {Rest}");

        Assert.Equal([("EnPower", proposed)], host.CredentialPrompts);
    }

    private static ConsoleHost Host(
        string name = "A host with a user",
        bool hasConsole = true,
        Func<string?>? line = null,
        Func<SecureString?>? secret = null) => new(name)
        {
            HasConsole = hasConsole,
            Line = line ?? (() => throw new NotSupportedException()),
            Secret = secret ?? (() => throw new NotSupportedException()),
        };

    private void AssertIsMissing(string what, string parameters, ConsoleHost host)
    {
        using var session = new Session(_emulator, host);

        ErrorRecord error = session.Fail($"Connect-EnPower {parameters} {Rest}");

        Assert.StartsWith("CredentialMissing,", error.FullyQualifiedErrorId);
        Assert.StartsWith($"No {what} was given, and there is no console to prompt for it.", error.Exception.Message);
    }
}
