using EnPower.Authentication;

namespace EnPower.Http;

/// <summary>
/// An exception of the platform that quotes a server, told again in words that are safe to show. Error views show inner
/// exceptions with all their properties.
/// </summary>
internal sealed class ForeignException : Exception
{
    private ForeignException(Exception origin, Redaction redaction)
        : base(
            $"{origin.GetType().Name}: {ServerText.ToLine(origin.Message, redaction)}",
            origin.InnerException is null ? null : new ForeignException(origin.InnerException, redaction)) =>
        StackTrace = origin.StackTrace;

    /// <summary>Gets where the exception came up that is told again.</summary>
    public override string? StackTrace { get; }

    /// <summary>Makes an exception safe to show: itself, where it quotes nothing that isn't.</summary>
    public static Exception ToSafe(Exception exception, Redaction redaction)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (ServerText.ToLine(cause.Message, redaction) != cause.Message)
            {
                return new ForeignException(exception, redaction);
            }
        }

        return exception;
    }
}
