using EnPower.Connections;
using EnPower.Paging;
using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>Get-EnPowerTenant: the tenants that a connection can read, by one read of their mailboxes.</summary>
[Cmdlet(VerbsCommon.Get, "EnPowerTenant", HelpUri = HelpPages.Address + "Get-EnPowerTenant.md")]
[OutputType(typeof(Tenant))]
public sealed class GetEnPowerTenantCommand : EnPowerCommand
{
    /// <summary>Gets or sets the connection to use; the runspace's default without it.</summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    [ConnectionOfThisProcess]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    public EnPowerConnection? Connection { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        EnPowerConnection connection = Resolve(Connection);
        var tenants = new TenantCount();
        try
        {
            using IDisposable reading = connection.BeginReading("tenants");
            Read(
                connection.Client.ReadAsync(new ListQuery<Mailbox>(), long.MaxValue, Observer, StopToken),
                connection,
                new ReadProgress(this, "Counting the mailboxes of tenants", tenant: null),
                page =>
                {
                    tenants.Add(page.Items.Cast<Mailbox>());
                    KnownTenants.Current.Add(page.Items);
                    return true;
                });
        }
        catch (EnPowerException exception)
        {
            // Counts of a part would be wrong, and there is no part to go on from.
            exception.ResumeLink = null;
            throw Terminating(exception, connection);
        }

        WriteObject(tenants.InOrder, enumerateCollection: true);
    }
}
