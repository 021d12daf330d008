namespace EnPower;

/// <summary>An error of EnPower.</summary>
public class EnPowerException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="EnPowerException"/> class.</summary>
    /// <param name="errorId">What went wrong.</param>
    /// <param name="message">What went wrong, in words. Where it quotes a server, control characters are made visible.</param>
    /// <param name="innerException">The cause.</param>
    public EnPowerException(EnPowerErrorId errorId, string message, Exception? innerException = null)
        : base(ControlCharacters.MakeVisibleExceptMarks(message), innerException) => ErrorId = errorId;

    /// <summary>Gets what went wrong.</summary>
    public EnPowerErrorId ErrorId { get; }

    /// <summary>Gets how many objects a command had written when it met the error.</summary>
    public long DeliveredCount { get; internal set; }

    /// <summary>
    /// Gets the address of the page at which a list broke off, which <c>-ResumeFrom</c> takes to go on.
    /// <see langword="null"/> where no page can be named: nothing was asked yet, or the link to the page is itself what is wrong.
    /// </summary>
    public string? ResumeLink { get; internal set; }

    /// <summary>Gets how many objects -Skip had still to leave out when a list broke off.</summary>
    public ulong RemainingSkip { get; internal set; }

    /// <summary>Gets how many objects -First had still to deliver when a list broke off; the largest number without a limit.</summary>
    public ulong RemainingFirst { get; internal set; } = ulong.MaxValue;

    /// <summary>Gets a value indicating whether the same request may succeed later.</summary>
    internal bool IsTransient { get; set; }

    /// <summary>Gets how long the server asks to wait.</summary>
    internal TimeSpan? RetryAfter { get; set; }
}
