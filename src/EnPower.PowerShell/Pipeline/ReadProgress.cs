using System.Diagnostics;
using System.Globalization;

namespace EnPower.Pipeline;

/// <summary>Shows the progress of a read: nothing in the first second, then at most twice a second.</summary>
internal sealed class ReadProgress(Cmdlet cmdlet, string activity, string? tenant) : IDisposable
{
    private const int Id = 0x456E50;
    private static readonly TimeSpan FirstReport = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.5);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _due = FirstReport;
    private bool _isShown;
    private long _read;

    /// <summary>Counts objects of one list.</summary>
    /// <param name="count">The number of new objects.</param>
    /// <param name="total">The total number of objects.</param>
    public void Report(int count, long? total)
    {
        if (!IsDue(count))
        {
            return;
        }

        // A total that was exceeded is wrong.
        bool isKnown = total >= _read && _read > 0;
        ProgressRecord record = CreateRecord(isKnown ? $"{Number(_read)} of {Number(total!.Value)}" : Number(_read));
        record.CurrentOperation = tenant is null ? null : ControlCharacters.MakeVisible(tenant);
        if (isKnown)
        {
            Estimate(record, (double)_read / total!.Value);
        }

        cmdlet.WriteProgress(record);
    }

    /// <summary>Counts objects of several lists.</summary>
    /// <param name="count">The number of new objects.</param>
    /// <param name="lists">The plural noun of the lists: <c>tenants</c>.</param>
    /// <param name="done">The number of completed lists.</param>
    /// <param name="all">The known number of lists.</param>
    public void Report(int count, string lists, int done, int all)
    {
        if (!IsDue(count))
        {
            return;
        }

        ProgressRecord record = CreateRecord($"{Number(_read)}, {Number(done)} of {Number(all)} {lists}");
        Estimate(record, (double)done / all);
        cmdlet.WriteProgress(record);
    }

    /// <summary>Removes the progress bar, also if an error or a later command ends the read.</summary>
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
            // In a stopped pipeline nothing can be written. The host removes its progress bars.
        }
    }

    private bool IsDue(int count)
    {
        _read += count;
        if (_watch.Elapsed < _due)
        {
            return false;
        }

        _due = _watch.Elapsed + Interval;
        return _isShown = true;
    }

    private ProgressRecord CreateRecord(string status) => new(Id, activity, status);

    private void Estimate(ProgressRecord record, double done)
    {
        record.PercentComplete = (int)(done * 100);
        if (done > 0)
        {
            record.SecondsRemaining = (int)(_watch.Elapsed.TotalSeconds * (1 - done) / done);
        }
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
