namespace EnPower.Pipeline;

/// <summary>Converts errors, exceptions and links for -ResumeFrom.</summary>
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
