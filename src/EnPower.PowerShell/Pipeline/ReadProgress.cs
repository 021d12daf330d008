using System.Diagnostics;
using System.Globalization;

namespace EnPower.Pipeline;

/// <summary>Shows how far a long read is: nothing in the first second, then twice a second at most.</summary>
internal sealed class ReadProgress(Cmdlet cmdlet, string activity, string? tenant) : IDisposable
{
    private const int Id = 0x456E50;
    private static readonly TimeSpan FirstReport = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.5);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _due = FirstReport;
    private bool _isShown;
    private long _read;

    public void Report(int count, long? total)
    {
        _read += count;
        if (_watch.Elapsed < _due)
        {
            return;
        }

        _due = _watch.Elapsed + Interval;
        _isShown = true;

        // A total that was passed already is none.
        bool isKnown = total >= _read && _read > 0;
        string status = isKnown ? $"{Number(_read)} of {Number(total!.Value)}" : Number(_read);
        var record = new ProgressRecord(Id, activity, status)
        {
            CurrentOperation = tenant is null ? null : DisplayText.ToSafe(tenant),
        };
        if (isKnown)
        {
            double done = (double)_read / total!.Value;
            record.PercentComplete = (int)(done * 100);
            record.SecondsRemaining = (int)(_watch.Elapsed.TotalSeconds * (1 - done) / done);
        }

        cmdlet.WriteProgress(record);
    }

    /// <summary>Takes the bar away, also when the read ends early: by an error, or by a command that has enough.</summary>
    public void Dispose()
    {
        if (!_isShown)
        {
            return;
        }

        try
        {
            cmdlet.WriteProgress(new ProgressRecord(Id, activity, " ") { RecordType = ProgressRecordType.Completed });
        }
        catch (PipelineStoppedException)
        {
            // Nothing is written any more where the whole pipeline is stopped; the host takes its bars away itself.
        }
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
