using EnPower.Connections;
using EnPower.Paging;
using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>Get-EnPowerTenant: the tenants that a connection can read, by one read of their mailboxes.</summary>
[Cmdlet(VerbsCommon.Get, "EnPowerTenant", HelpUri = HelpPages.Address + "Get-EnPowerTenant.md")]
[OutputType(typeof(Tenant))]
public sealed class GetEnPowerTenantCommand : EnPowerPagingCommand
{
    private TenantCount _tenants = null!;

    /// <summary>Gets or sets the connection to use. Default: the default connection of the runspace.</summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    [ConnectionOfThisProcess]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    public EnPowerConnection? Connection { get; set; }

    private protected override int Parallelism => 1;

    private protected override string Sources => "connections";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        Window = new PagingWindow(skip: 0, first: ulong.MaxValue);
        _tenants = new TenantCount();
        Read([new ListSource(new ListQuery<Mailbox>(), Name: null, "tenants")], Resolve(Connection));
        WriteObject(_tenants.InOrder, enumerateCollection: true);
    }

    private protected override ReadProgress CreateProgress(ListSource source) =>
        new(this, "Counting the mailboxes of tenants", tenant: null);

    private protected override void Write(PendingList list, Page page)
    {
        _tenants.Add(page.Items.Cast<Mailbox>());
        KnownTenants.Current.Add(page.Items);
    }

    // A partial count would be wrong, and can't be resumed.
    private protected override void OnBroken(EnPowerException exception, ListSource source) => exception.ResumeLink = null;

    private protected override ErrorRecord CreateErrorRecord(EnPowerException exception, object? target) =>
        base.CreateErrorRecord(exception, target ?? UsedConnection);
}
