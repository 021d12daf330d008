namespace EnPower;

/// <summary>An error of EnPower.</summary>
public class EnPowerException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="EnPowerException"/> class.</summary>
    /// <param name="errorId">What went wrong.</param>
    /// <param name="message">What went wrong, in words.</param>
    /// <param name="innerException">The cause.</param>
    public EnPowerException(EnPowerErrorId errorId, string message, Exception? innerException = null)
        : base(message, innerException) => ErrorId = errorId;

    /// <summary>Gets what went wrong.</summary>
    public EnPowerErrorId ErrorId { get; }
}
