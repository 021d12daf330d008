using System.Management.Automation.Host;

namespace EnPower.Connections;

/// <summary>Accepts client ID and client secret as a PSCredential, and prompts for missing parts by these names.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ClientCredentialAttribute : ArgumentTransformationAttribute
{
    private const string Wanted =
        "the client ID, as user name, and the client secret, as password, of the app registration in AvePoint Online Services";

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData.Unwrap() switch
        {
            PSCredential credential => credential,
            string clientId => Ask(engineIntrinsics, clientId),
            null => Ask(engineIntrinsics, clientId: null),
            var other => throw new ArgumentTransformationMetadataException(
                $"A PSCredential is required, not a value of type {other.GetType().Name}: {Wanted}. "
                + "Get-Credential prompts for one."),
        };

    private static PSCredential Ask(EngineIntrinsics engineIntrinsics, string? clientId)
    {
        try
        {
            return engineIntrinsics.Host.UI?.PromptForCredential(
                "EnPower", $"Enter {Wanted}.", clientId ?? string.Empty, string.Empty)
                ?? throw Missing(cause: null);
        }
        catch (Exception exception) when (exception is HostException or InvalidOperationException or NotImplementedException)
        {
            throw Missing(exception);
        }
    }

    private static ArgumentTransformationMetadataException Missing(Exception? cause) => new(
        $"A PSCredential is required: {Wanted}. None was given, and there is no console to prompt for it.", cause);
}
