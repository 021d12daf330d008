using EnPower.Paging;

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

    /// <summary>
    /// Gets those of the given tenants whose turn had not come. <see cref="ResumeLink"/> is of one tenant only; the whole
    /// error, given to <c>-ResumeFrom</c>, goes on with these as well.
    /// </summary>
    public IReadOnlyList<string> RemainingTenants => Remainder?.Tenants ?? [];

    /// <summary>Gets a value indicating whether the same request may succeed later.</summary>
    internal bool IsTransient { get; init; }

    /// <summary>Gets how long the server asks to wait.</summary>
    internal TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets or sets what was to be read beyond the page at which the list broke off.</summary>
    internal ReadRemainder? Remainder { get; set; }
}
