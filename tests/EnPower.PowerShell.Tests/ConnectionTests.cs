using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using EnPower.Emulator;

namespace EnPower;

public sealed class ConnectionTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly EmulatorServer _emulator = fixture.Emulator;

    [Theory]
    [InlineData("Get-EnPowerMailbox -Connection $copy", "GetEnPowerMailboxCommand")]
    [InlineData("Test-EnPowerConnection -Connection $copy", "TestEnPowerConnectionCommand")]
    [InlineData("Test-EnPowerConnection -Connection $copy -Detailed", "TestEnPowerConnectionCommand")]
    [InlineData("Disconnect-EnPower -Connection $copy", "DisconnectEnPowerCommand")]
    [InlineData("$copy | Disconnect-EnPower", "DisconnectEnPowerCommand")]
    public void A_copy_that_another_process_sent_is_refused_with_the_reason(string script, string command)
    {
        using Session session = fixture.Connect();
        session.Run("$copy = [System.Management.Automation.PSSerializer]::Deserialize("
            + "[System.Management.Automation.PSSerializer]::Serialize((Get-EnPowerConnection)))");

        ErrorRecord error = session.Fail(script);

        Assert.Equal($"ConnectionFromAnotherProcess,EnPower.Commands.{command}", error.FullyQualifiedErrorId);
        Assert.Equal(
            "This is a copy of a connection from another process, such as a job. It contains neither secret nor token, because "
            + "those never leave their process. Run Connect-EnPower in this process.",
            error.Exception.Message);
        Assert.Contains("ForEach-Object -Parallel", error.ErrorDetails.RecommendedAction);
        Assert.Single(session.Read("Get-EnPowerMailbox -First 1"));
    }

    [Fact]
    public async Task Two_tenants_side_by_side_never_mix()
    {
        await using EmulatorServer other = await EmulatorServer.StartAsync(
            new EmulatorOptions { Mailboxes = 7, Tenants = 1 }, TestContext.Current.CancellationToken);
        using Session one = fixture.Connect();
        using var two = new Session(other);
        two.Run("Connect-EnPower @connect");
        object connection = two.Run("Get-EnPowerConnection")[0].BaseObject;
        one.Set("other", connection);

        Parallel.For(0, 16, i =>
        {
            using var session = new Session(i % 2 == 0 ? other : _emulator);
            session.Run("Connect-EnPower @connect");
            Assert.Equal(i % 2 == 0 ? 7 : 10, session.Read("Get-EnPowerMailbox -First 10").Count);
        });

        Assert.Equal(10, one.Read("Get-EnPowerMailbox -First 10").Count);
        Assert.Equal(7, one.Read("Get-EnPowerMailbox -First 10 -Connection $other").Count);
        Assert.Equal(10, one.Read("Get-EnPowerMailbox -First 10").Count);
    }

    [Fact]
    public void A_connection_goes_with_its_runspace()
    {
        WeakReference connection = ConnectAndClose();

        for (int i = 0; i < 10 && connection.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(connection.IsAlive);
    }

    [Fact]
    public void No_public_member_leads_to_the_token()
    {
        using var session = new Session(_emulator);
        session.Set("token", Session.Secure("the-token"));

        object connection = session.Run(
            "Connect-EnPower -AccessToken $token -Endpoint $connect.Endpoint "
            + "-SkipCertificateCheck -PassThru").Single().BaseObject;

        IReadOnlyList<object> reached = Reach(connection);
        Assert.Contains(_emulator.Endpoint, reached);
        Assert.DoesNotContain(reached, value => value.ToString()!.Contains("the-token"));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference ConnectAndClose()
    {
        using Session session = fixture.Connect();
        return new WeakReference(session.Run("Get-EnPowerConnection")[0].BaseObject);
    }

    private static List<object> Reach(object root)
    {
        var reached = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var toVisit = new Queue<object>([root]);
        while (toVisit.TryDequeue(out object? value))
        {
            if (!reached.Add(value) || value is string)
            {
                continue;
            }

            IEnumerable<object?> members = value is IEnumerable items
                ? items.Cast<object?>()
                : value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(property => property.GetIndexParameters().Length == 0
                        && value.GetType().Namespace!.StartsWith("EnPower", StringComparison.Ordinal))
                    .Select(property => property.GetValue(value))
                    .Concat(value.GetType().GetFields(BindingFlags.Public | BindingFlags.Instance)
                        .Select(field => field.GetValue(value)));
            foreach (object member in members.OfType<object>())
            {
                toVisit.Enqueue(member);
            }
        }

        return [.. reached];
    }
}
