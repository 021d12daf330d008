namespace EnPower.Pipeline;

/// <summary>Lets -ResumeFrom take whatever a user holds of an error.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ResumePointTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        try
        {
            return inputData is null ? null : ResumePoint.From(inputData);
        }
        catch (PSArgumentException exception)
        {
            throw new ArgumentTransformationMetadataException(exception.Message, exception);
        }
    }
}
