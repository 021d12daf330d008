using System.Globalization;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using EnPower.Json;

namespace EnPower;

/// <summary>One date of the API: from its bytes, and by way of a string.</summary>
public class ConvertDate
{
    private readonly byte[] _date = "\"2025-11-24 08:30:15\""u8.ToArray();

    [Benchmark]
    public DateTime FromString()
    {
        Utf8JsonReader reader = Start();
        return DateTime.ParseExact(reader.GetString()!, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    [Benchmark]
    public DateTime? EnPower()
    {
        Utf8JsonReader reader = Start();
        return JsonDate.TryRead(ref reader, out DateTime? date) ? date : null;
    }

    private Utf8JsonReader Start()
    {
        var reader = new Utf8JsonReader(_date);
        reader.Read();
        return reader;
    }
}
