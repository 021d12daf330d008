using EnPower.Connections;

namespace EnPower.Pipeline;

/// <summary>
/// A cmdlet that reads the list that the API keeps for each of some parents, such as the runs of a flow: one chain of requests a
/// parent. A parent that can't be read is an error, and the next one is read.
/// </summary>
/// <typeparam name="T">The model of the objects.</typeparam>
public abstract class EnPowerChildListCommand<T> : EnPowerListCommand<T>
    where T : ChildObject, new()
{
    private protected const string ParentSet = "Parent";
    private protected const string ResumeSet = "Resume";

    /// <summary>
    /// Gets or sets the tenants that the parents belong to. Passed on to the API as it is. An object from the pipeline gives its
    /// own; without one, the API looks in all tenants.
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
