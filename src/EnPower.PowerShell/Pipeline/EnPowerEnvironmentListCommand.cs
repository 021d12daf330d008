namespace EnPower.Pipeline;

/// <summary>A cmdlet that reads objects of all or of the specified Power Platform environments.</summary>
/// <typeparam name="T">The model of the objects.</typeparam>
public abstract class EnPowerEnvironmentListCommand<T> : EnPowerSelectingListCommand<T>
    where T : ApiObject, new()
{
    /// <summary>
    /// Gets or sets the identifiers of the environments to return the objects of; all environments without it. The API has no
    /// such choice: the list is read once, to its end, and what is in other environments is left out here.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [IdentifierOfPipeline("an environment", nameof(EnvironmentId), "Get-EnPowerEnvironment")]
    [ValidateNotNullOrEmpty]
    public string[]? EnvironmentId { get; set; }

    private protected sealed override string[]? WantedKeys => EnvironmentId;

    private protected sealed override string Selector => nameof(EnvironmentId);
}
