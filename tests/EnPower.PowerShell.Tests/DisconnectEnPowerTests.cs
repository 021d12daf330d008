using EnPower.Emulator;
using EnPower.Isolation;

namespace EnPower;

public sealed class DisconnectEnPowerTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public void The_default_connection_is_forgotten()
    {
        using Session session = fixture.Connect();

        Assert.Empty(session.Run("Disconnect-EnPower"));

        Assert.Empty(session.Run("Get-EnPowerConnection"));
        Assert.StartsWith("NotConnected,", session.Fail("Get-EnPowerMailbox").FullyQualifiedErrorId);
    }

    [Fact]
    public void The_module_that_is_removed_closes_all_connections_of_its_runspace()
    {
        using Session session = fixture.Connect();
        session.Run("Connect-EnPower @connect -Name first; Connect-EnPower @connect -Name second");
        session.Run("$all = Get-EnPowerConnection -All");

        session.Set("lifetime", new ModuleLifetime());
        session.Run("$lifetime.OnRemove($null)");

        Assert.All(session.Read<EnPowerConnection>("$all"), connection =>
            Assert.Equal(EnPowerConnectionState.Closed, connection.State));
        Assert.Empty(session.Run("Get-EnPowerConnection; Get-EnPowerConnection -All"));
    }

    [Fact]
    public void Disconnecting_twice_is_no_error()
    {
        using Session session = fixture.Connect();

        Assert.Empty(
            session.Run("$c = Get-EnPowerConnection; Disconnect-EnPower; Disconnect-EnPower; Disconnect-EnPower -Connection $c"));
    }

    [Fact]
    public void Verbose_output_says_that_there_is_nothing_to_close()
    {
        using var session = new Session(fixture.Emulator);

        Assert.Equal(
            "There is no connection to close.", Assert.Single(session.Run("Disconnect-EnPower -Verbose 4>&1")).ToString());
    }

    [Fact]
    public void Only_the_given_connection_is_closed()
    {
        using Session session = fixture.Connect();

        session.Run("$other = Connect-EnPower @connect -PassThru; Connect-EnPower @connect; $other | Disconnect-EnPower");

        Assert.Single(session.Read("Get-EnPowerMailbox -First 1"));
        Assert.StartsWith("ConnectionClosed,", session.Fail("Get-EnPowerMailbox -Connection $other").FullyQualifiedErrorId);
    }

    [Fact]
    public void A_read_that_still_goes_on_ends_with_an_error()
    {
        using Session session = fixture.Connect();
        fixture.Emulator.Faults.Add(new Fault { Path = "/smp/exchange/mailboxes", Hang = true });
        var connection = (EnPowerConnection)session.Run("Get-EnPowerConnection")[0].BaseObject;
        using PowerShell shell = session.Create("Get-EnPowerMailbox");
        IAsyncResult running = shell.BeginInvoke();
        Assert.True(SpinWait.SpinUntil(() => fixture.PageQueries().Count == 1, TimeSpan.FromSeconds(20)));

        using var other = new Session(fixture.Emulator);
        using PowerShell disconnecting = other.Create("param($c) Disconnect-EnPower -Connection $c").AddArgument(connection);
        disconnecting.Invoke();

        shell.EndInvoke(running);
        Assert.StartsWith("ConnectionClosed,", Assert.Single(shell.Streams.Error).FullyQualifiedErrorId);
    }

    [Fact]
    public void WhatIf_closes_nothing()
    {
        using Session session = fixture.Connect();

        session.Run("Disconnect-EnPower -WhatIf");

        Assert.Single(session.Read("Get-EnPowerMailbox -First 1"));
    }

    [Fact]
    public void A_connection_belongs_to_its_runspace()
    {
        using Session one = fixture.Connect();
        using Session other = fixture.Connect();

        one.Run("Disconnect-EnPower");

        Assert.Single(other.Read("Get-EnPowerMailbox -First 1"));
    }
}
