using System.Globalization;

namespace EnPower;

/// <summary>A read that was stopped or failed, and the link at which -ResumeFrom resumes it.</summary>
public sealed class UnfinishedRead
{
    internal UnfinishedRead(string command, string? source, string reason, long deliveredCount, Uri resumeLink)
    {
        Command = command;
        Source = source;
        Reason = reason;
        DeliveredCount = deliveredCount;
        ResumeLink = resumeLink.AbsoluteUri;
    }

    /// <summary>Gets the command that read.</summary>
    public string Command { get; }

    /// <summary>Gets the tenant or the parent that was read; <see langword="null"/> for all tenants together.</summary>
    public string? Source { get; }

    /// <summary>Gets why the read ended.</summary>
    public string Reason { get; }

    /// <summary>Gets how many objects the command had written, over all that it read.</summary>
    public long DeliveredCount { get; }

    /// <summary>Gets when the read ended.</summary>
    public DateTimeOffset EndedOn { get; } = DateTimeOffset.Now;

    /// <summary>Gets the address of the page to go on from.</summary>
    public string ResumeLink { get; }

    /// <summary>Gets how many objects are to be left out from there on: those that came, and those that -Skip had left.</summary>
    public ulong RemainingSkip { get; internal init; }

    /// <summary>Gets how many objects -First had left; the largest number without a limit.</summary>
    public ulong RemainingFirst { get; internal init; } = ulong.MaxValue;

    /// <summary>Returns the command, the source and the number of objects that were written.</summary>
    public override string ToString() => string.Format(
        CultureInfo.CurrentCulture,
        "{0}{1}: {2} {3:N0} objects were delivered before.",
        Command,
        Source is null ? null : $" of {ControlCharacters.MakeVisible(Source)}",
        Reason.ToSentence(),
        DeliveredCount);
}
