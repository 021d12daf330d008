using System.Reflection;
using EnPower.Commands;
using EnPower.Connections;

namespace EnPower;

/// <summary>What holds of -Connection, whatever the cmdlet.</summary>
public sealed class ConnectionParameterTests
{
    // One makes the connection, one lists them, and the others work on what was read.
    private static readonly Type[] WithoutRequests =
    [
        typeof(ConnectEnPowerCommand), typeof(GetEnPowerConnectionCommand), typeof(ExportEnPowerReportCommand),
        typeof(ExportEnPowerSnapshotCommand), typeof(ImportEnPowerSnapshotCommand), typeof(CompareEnPowerSnapshotCommand),
    ];

    public static TheoryData<Type> Cmdlets { get; } =
    [
        .. typeof(GetEnPowerMailboxCommand).Assembly.GetExportedTypes()
            .Where(type => type.GetCustomAttribute<CmdletAttribute>() is not null)
            .Where(type => !WithoutRequests.Contains(type)),
    ];

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Every_command_that_uses_a_connection_takes_one_and_none_of_another_process(Type cmdlet)
    {
        PropertyInfo parameter = Assert.Single(
            cmdlet.GetProperties(), property => property.PropertyType == typeof(EnPowerConnection));

        Assert.Equal("Connection", parameter.Name);
        Assert.NotNull(parameter.GetCustomAttribute<ConnectionOfThisProcessAttribute>());
    }
}
