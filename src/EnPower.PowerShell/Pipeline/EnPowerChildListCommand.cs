using EnPower.Connections;

namespace EnPower.Pipeline;

/// <summary>
/// A cmdlet that reads a list for each parent, such as the runs of a flow. An error of one parent is written, and the next parent
/// is read.
/// </summary>
/// <typeparam name="T">The model of the objects.</typeparam>
public abstract class EnPowerChildListCommand<T> : EnPowerListCommand<T>
    where T : ChildObject, new()
{
    private protected const string ParentSet = "Parent";
    private protected const string ResumeSet = "Resume";

    /// <summary>
    /// Gets or sets the tenants that the parents belong to. Passed to the API unchanged. An object from the pipeline provides
    /// its own tenant. If omitted, the API searches all tenants.
    /// </summary>
    // By value the pipeline gives parents.
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("TenantId", "TenantDomain")]
    [ArgumentCompleter(typeof(TenantCompleter))]
    [TenantOfPipeline(AllowsNone = true)]
    [AllowNull]
    public override string[]? Tenant { get; set; }

    /// <inheritdoc/>
    [Parameter(Mandatory = true, ParameterSetName = ResumeSet)]
    [ValidateNotNull]
    [ResumePointTransformation]
    [ArgumentCompleter(typeof(ResumePointCompleter))]
    public override ResumePoint? ResumeFrom { get; set; }
}
