using EnPower.Paging;

namespace EnPower;

/// <summary>
/// Where a read that broke off goes on: at the link of the error, or at the error itself, which knows more. Beside the page
/// it holds the tenants, and the numbers of objects to skip and to deliver, that were left.
/// </summary>
public sealed class ResumePoint
{
    /// <summary>Initializes a new instance of the <see cref="ResumePoint"/> class from the <c>ResumeLink</c> of an error.</summary>
    /// <param name="link">An absolute address.</param>
    public ResumePoint(Uri link) => Link = link.IsAbsoluteUri ? link : throw NoLink(link);

    /// <inheritdoc cref="ResumePoint(Uri)"/>
    public ResumePoint(string link) =>
        // A path that starts at the root is an absolute file address to .NET on Unix.
        Link = Uri.TryCreate(link, UriKind.Absolute, out Uri? uri) && !uri.IsFile ? uri : throw NoLink(link);

    /// <summary>Initializes a new instance of the <see cref="ResumePoint"/> class from an error of a read.</summary>
    /// <param name="error">An error of this session that has a <c>ResumeLink</c>.</param>
    public ResumePoint(ErrorRecord error)
    {
        var exception = error.Exception as EnPowerException;
        Link = exception?.ResumeLink is { } link ? new Uri(link) : throw new PSArgumentException(
            "This error names no page to go on from. Only errors of reads do; one that came from another process is given by "
            + "the ResumeLink that it shows.");
        Remainder = exception.Remainder;
    }

    /// <summary>Gets the address of the page to go on from.</summary>
    public Uri Link { get; }

    internal ReadRemainder? Remainder { get; }

    /// <summary>Returns the address.</summary>
    public override string ToString() => Link.AbsoluteUri;

    private static PSArgumentException NoLink(object link) =>
        new($"The link to go on from is an absolute address, as errors have it in their property ResumeLink. It was: {link}");
}
