namespace EnPower.Pipeline;

/// <summary>A cmdlet that reads objects of all or of the specified Power Platform environments.</summary>
/// <typeparam name="T">The model of the objects.</typeparam>
public abstract class EnPowerEnvironmentListCommand<T> : EnPowerSelectingListCommand<T>
    where T : ApiObject, new()
{
    /// <summary>
    /// Gets or sets the identifiers of the environments to return the objects of. Default: all environments. The API can't filter
    /// by environment: the command reads the list once, to its end, and filters it on this machine.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [IdentifierOfPipeline("an environment", nameof(EnvironmentId), "Get-EnPowerEnvironment")]
    [ValidateNotNullOrEmpty]
    public string[]? EnvironmentId { get; set; }

    private protected sealed override string[]? WantedKeys => EnvironmentId;

    private protected sealed override string Selector => nameof(EnvironmentId);
}
