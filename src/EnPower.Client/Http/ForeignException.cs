using EnPower.Authentication;

namespace EnPower.Http;

/// <summary>
/// Replaces an exception of .NET that quotes a server, with a message that is safe to display. Error views show all
/// properties of inner exceptions.
/// </summary>
internal sealed class ForeignException : Exception
{
    private ForeignException(Exception origin, Redaction redaction)
        : base(
            $"{origin.GetType().Name}: {ServerText.ToLine(origin.Message, redaction)}",
            origin.InnerException is null ? null : new ForeignException(origin.InnerException, redaction)) =>
        StackTrace = origin.StackTrace;

    /// <summary>Gets the stack trace of the replaced exception.</summary>
    public override string? StackTrace { get; }

    /// <summary>Returns the exception if its message is safe to display, otherwise a replacement.</summary>
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
