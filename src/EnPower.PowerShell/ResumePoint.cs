using System.Collections;
using System.Reflection;

namespace EnPower;

/// <summary>
/// The point at which to resume an interrupted read: the link of the error, or the error itself, which also has the remaining
/// counts of -Skip and -First.
/// </summary>
public sealed class ResumePoint
{
    // The resume points of several commands. Each command takes its own.
    private ResumePoint[]? _all;

    // Exceeds the depth of wrapped exceptions and errors.
    private const int MaximumDepth = 10;

    /// <summary>
    /// Initializes a new instance of the <see cref="ResumePoint"/> class from the <c>ResumeLink</c> of an error.
    /// </summary>
    /// <param name="link">An absolute address.</param>
    public ResumePoint(Uri link) => Link = link.IsAbsoluteUri ? link : throw NoLink(link);

    /// <inheritdoc cref="ResumePoint(Uri)"/>
    public ResumePoint(string link) =>
        // On Unix, .NET takes a rooted path for an absolute file URI.
        Link = Uri.TryCreate(link, UriKind.Absolute, out Uri? uri) && !uri.IsFile ? uri : throw NoLink(link);

    /// <summary>Gets the address of the page to resume at.</summary>
    public Uri Link { get; }

    /// <summary>Gets the number of objects to skip.</summary>
    internal ulong Skip { get; private set; }

    /// <summary>Gets the maximum number of objects to deliver.</summary>
    internal ulong First { get; private set; } = ulong.MaxValue;

    /// <summary>Gets the interrupted command; <see langword="null"/> if unknown.</summary>
    internal string? Command { get; private set; }

    /// <summary>Returns the address.</summary>
    public override string ToString() => Link.AbsoluteUri;

    /// <summary>
    /// Creates a resume point from a link, an error or an exception, also a deserialized or wrapped one, or from a list with one
    /// such error, such as the variable of -ErrorVariable.
    /// </summary>
    /// <exception cref="PSArgumentException">There is no link, or there are several.</exception>
    internal static ResumePoint From(object value)
    {
        switch (value.Unwrap())
        {
            case ResumePoint point:
                return point;
            case Uri link:
                return new ResumePoint(link);
            case string link:
                return new ResumePoint(link);
        }

        // -ErrorVariable contains a terminating error twice.
        ResumePoint[] points =
        [
            .. FindAll(value).GroupBy(static point => point.Link).Select(static same => same.First()),
        ];
        return points.Length switch
        {
            1 => points[0],
            0 => throw new PSArgumentException("The error has no ResumeLink. Only errors of reads have one."),
            _ when points.Select(static point => point.Command).Distinct().Count() > 1 =>
                new ResumePoint(points[0].Link) { _all = points },
            _ => throw Several(points.Length),
        };
    }

    /// <summary>Tells whether a value is or contains a resume point.</summary>
    internal static bool IsIn(object value) =>
        value is ResumePoint || FindAll(value).Any();

    /// <summary>Gets the resume point of a command.</summary>
    /// <exception cref="PSArgumentException">The command has several resume points.</exception>
    internal ResumePoint Of(string command)
    {
        ResumePoint[] own = [.. (_all ?? [])
            .Where(point => string.Equals(point.Command, command, StringComparison.OrdinalIgnoreCase))];
        return own.Length > 1 ? throw Several(own.Length) : own.FirstOrDefault() ?? _all?[0] ?? this;
    }

    private static IEnumerable<ResumePoint> FindAll(object value) =>
        (value.Unwrap() is IList list ? list.Cast<object?>() : [value]).Select(static item => Find(item, depth: 0))
            .OfType<ResumePoint>();

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

    // For example, Throttled,EnPower.Commands.GetEnPowerMailboxCommand is an error of Get-EnPowerMailbox.
    private static string? CommandOf(string? fullyQualifiedErrorId)
    {
        string? type = fullyQualifiedErrorId?.Split(',').Last();
        CmdletAttribute? cmdlet = type is null ? null : typeof(ResumePoint).Assembly.GetType(type)?
            .GetCustomAttribute<CmdletAttribute>(inherit: false);
        return cmdlet is null ? null : $"{cmdlet.VerbName}-{cmdlet.NounName}";
    }

    private static PSArgumentException Several(int count) => new(
        $"There are {count} interrupted reads. Resume one at a time, such as -ResumeFrom $failures[0].");

    private static PSArgumentException NoLink(object link) =>
        new($"'{link}' is not a ResumeLink, which is an absolute address.");
}
