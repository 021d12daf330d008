using System.Security;

namespace EnPower.Connections;

/// <summary>
/// Accepts only a SecureString. The engine's own error would repeat the value, which is the secret.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData.Unwrap();
        return value is null or SecureString ? value : throw new ArgumentTransformationMetadataException(
            $"A SecureString is required, not a value of type {value.GetType().Name}. Read-Host -AsSecureString prompts for one, "
            + "and ConvertTo-SecureString -AsPlainText -Force converts text.");
    }
}
