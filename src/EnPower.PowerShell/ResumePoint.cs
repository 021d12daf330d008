using System.Collections;

namespace EnPower;

/// <summary>
/// Where a read that broke off goes on: at the link of the error, or at the error itself, which also knows how many objects
/// -Skip and -First had left.
/// </summary>
public sealed class ResumePoint
{
    // Those that several commands left, of which each takes its own.
    private ResumePoint[]? _all;

    // Deeper than exceptions and errors are wrapped into each other.
    private const int MaximumDepth = 10;

    /// <summary>Initializes a new instance of the <see cref="ResumePoint"/> class from the <c>ResumeLink</c> of an error.</summary>
    /// <param name="link">An absolute address.</param>
    public ResumePoint(Uri link) => Link = link.IsAbsoluteUri ? link : throw NoLink(link);

    /// <inheritdoc cref="ResumePoint(Uri)"/>
    public ResumePoint(string link) =>
        // A path that starts at the root is an absolute file address to .NET on Unix.
        Link = Uri.TryCreate(link, UriKind.Absolute, out Uri? uri) && !uri.IsFile ? uri : throw NoLink(link);

    /// <summary>Gets the address of the page to go on from.</summary>
    public Uri Link { get; }

    /// <summary>Gets how many objects are to be left out.</summary>
    internal ulong Skip { get; private set; }

    /// <summary>Gets how many objects are to be delivered, at most.</summary>
    internal ulong First { get; private set; } = ulong.MaxValue;

    /// <summary>Gets the command that broke off; <see langword="null"/> where it is not known.</summary>
    internal string? Command { get; private set; }

    /// <summary>Returns the address.</summary>
    public override string ToString() => Link.AbsoluteUri;

    /// <summary>
    /// Makes one of a link, of an error or exception that has one, however wrapped, also where it came from a file or another
    /// process, or of a list with one such error, as -ErrorVariable holds it.
    /// </summary>
    /// <exception cref="PSArgumentException">There is no link, or there are several.</exception>
    internal static ResumePoint From(object value)
    {
        object bare = value is PSObject wrapped ? wrapped.BaseObject : value;
        switch (bare)
        {
            case ResumePoint point:
                return point;
            case Uri link:
                return new ResumePoint(link);
            case string link:
                return new ResumePoint(link);
        }

        // An error that ended a command stands twice in what -ErrorVariable holds.
        ResumePoint[] points =
        [
            .. (bare is IList list ? list.Cast<object?>() : [value]).Select(static item => Find(item, depth: 0)).OfType<ResumePoint>()
                .GroupBy(static point => point.Link).Select(static same => same.First()),
        ];
        return points.Length switch
        {
            1 => points[0],
            0 => throw new PSArgumentException("This error names no page to go on from. Only errors of reads do, in their property ResumeLink."),
            _ when points.Select(static point => point.Command).Distinct().Count() > 1 => new ResumePoint(points[0].Link) { _all = points },
            _ => throw Several(points.Length),
        };
    }

    /// <summary>Tells whether a value is, or holds, what a read can go on from.</summary>
    internal static bool IsIn(object value) =>
        value is ResumePoint || (value is IList list ? list.Cast<object?>() : [value]).Any(static item => Find(item, depth: 0) is not null);

    /// <summary>Gets the one that a command left.</summary>
    /// <exception cref="PSArgumentException">There are several.</exception>
    internal ResumePoint Of(string command)
    {
        ResumePoint[] own = [.. (_all ?? []).Where(point => string.Equals(point.Command, command, StringComparison.OrdinalIgnoreCase))];
        return own.Length > 1 ? throw Several(own.Length) : own.FirstOrDefault() ?? _all?[0] ?? this;
    }

    private static ResumePoint? Find(object? value, int depth)
    {
        if (value is null || depth == MaximumDepth)
        {
            return null;
        }

        PSObject properties = PSObject.AsPSObject(value);
        if (Property("ResumeLink") is { } link && link.ToString() is { Length: > 0 } address)
        {
            return new ResumePoint(address)
            {
                Skip = Number("RemainingSkip") ?? 0,
                First = Number("RemainingFirst") ?? ulong.MaxValue,
                Command = Property("Command") as string,
            };
        }

        foreach (string name in new[] { "Exception", "ErrorRecord", "SerializedRemoteException", "InnerException" })
        {
            if (Find(Property(name), depth + 1) is { } point)
            {
                point.Command ??= CommandOf(Property("FullyQualifiedErrorId") as string);
                return point;
            }
        }

        return null;

        object? Property(string name) => properties.Properties[name]?.Value;

        ulong? Number(string name) => LanguagePrimitives.TryConvertTo(Property(name), out ulong number) ? number : null;
    }

    // Throttled,EnPower.Commands.GetEnPowerMailboxCommand is of Get-EnPowerMailbox.
    private static string? CommandOf(string? fullyQualifiedErrorId)
    {
        string? type = fullyQualifiedErrorId?.Split(',').Last();
        CmdletAttribute? cmdlet = type is null ? null : typeof(ResumePoint).Assembly.GetType(type)?
            .GetCustomAttributes(typeof(CmdletAttribute), inherit: false).OfType<CmdletAttribute>().FirstOrDefault();
        return cmdlet is null ? null : $"{cmdlet.VerbName}-{cmdlet.NounName}";
    }

    private static PSArgumentException Several(int count) => new(
        $"{count} reads broke off. Go on from one of them at a time, such as -ResumeFrom $failures[0].");

    private static PSArgumentException NoLink(object link) =>
        new($"The link to go on from is an absolute address, as errors have it in their property ResumeLink. It was: {link}");
}
