namespace EnPower.Connections;

/// <summary>Accepts only the code of a documented region.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidateRegionAttribute : ValidateArgumentsAttribute
{
    internal static string KnownCodes => string.Join(", ", Region.All.Select(static region => region.Code));

    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is not string code || Region.Find(code) is null)
        {
            throw new ValidationMetadataException(
                $"There is no region \"{arguments}\". The regions are {KnownCodes}. For any other environment, "
                + "use -Endpoint and -Authority.");
        }
    }
}
