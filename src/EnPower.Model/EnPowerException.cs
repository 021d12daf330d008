namespace EnPower;

/// <summary>An error of EnPower.</summary>
public class EnPowerException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="EnPowerException"/> class.</summary>
    /// <param name="errorId">The error ID.</param>
    /// <param name="message">The message. Control characters are replaced by visible characters.</param>
    /// <param name="innerException">The cause.</param>
    public EnPowerException(EnPowerErrorId errorId, string message, Exception? innerException = null)
        : base(ControlCharacters.MakeVisibleExceptMarks(message), innerException) => ErrorId = errorId;

    /// <summary>Gets the error ID.</summary>
    public EnPowerErrorId ErrorId { get; }

    /// <summary>Gets the number of objects that the command wrote before the error.</summary>
    public long DeliveredCount { get; internal set; }

    /// <summary>
    /// Gets the address of the first missing page, for <c>-ResumeFrom</c>; <see langword="null"/> before the first request, and
    /// if the link to the page is the error.
    /// </summary>
    public string? ResumeLink { get; internal set; }

    /// <summary>Gets the remaining count of -Skip when the read was interrupted.</summary>
    public ulong RemainingSkip { get; internal set; }

    /// <summary>
    /// Gets the remaining count of -First when the read was interrupted; <see cref="ulong.MaxValue"/> without a limit.
    /// </summary>
    public ulong RemainingFirst { get; internal set; } = ulong.MaxValue;

    /// <summary>Gets a value indicating whether the same request may succeed later.</summary>
    internal bool IsTransient { get; set; }

    /// <summary>Gets the delay that the server requests before a retry.</summary>
    internal TimeSpan? RetryAfter { get; set; }
}
