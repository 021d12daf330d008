using System.Buffers;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EnPower.Emulator;

/// <summary>Streams one page, without buffering it completely.</summary>
internal sealed class ListPage
{
    private const int FlushThreshold = 32 * 1024;
    private const int PaddingSegment = 16 * 1024;

    private static readonly JsonEncodedText TotalCountName = JsonEncodedText.Encode("totalCount");
    private static readonly JsonEncodedText NextLinkName = JsonEncodedText.Encode("nextLink");
    private static readonly JsonEncodedText NestedName = JsonEncodedText.Encode("nested");
    private static readonly JsonEncodedText PaddingName = JsonEncodedText.Encode("padding");

    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private long _flushed;

    public required JsonEncodedText ItemsName { get; init; }

    public required IListSelection Selection { get; init; }

    public required long Start { get; init; }

    public required long End { get; init; }

    public required string NextLink { get; init; }

    public required Fault? Fault { get; init; }

    public async Task WriteAsync(PipeWriter body, CancellationToken cancellationToken)
    {
        await using var writer = new Utf8JsonWriter(body, WriterOptions);
        writer.WriteStartObject();
        writer.WritePropertyName(ItemsName);
        if (Fault?.ListJson is { } json)
        {
            writer.WriteRawValue(json, skipInputValidation: true);
        }
        else
        {
            await WriteItemsAsync(writer, body, cancellationToken);
        }

        WriteTail(writer);
        writer.WriteEndObject();
    }

    private async Task WriteItemsAsync(Utf8JsonWriter writer, PipeWriter body, CancellationToken cancellationToken)
    {
        writer.WriteStartArray();
        for (long position = Start; position < End; position++)
        {
            writer.WriteStartObject();
            Selection.WriteProperties(writer, position);
            if (position == Start && Fault?.NestingDepth is { } depth)
            {
                WriteNested(writer, depth);
            }

            // Pads the last item, because the length of the rest is known there.
            if (position == End - 1 && Fault?.BodyBytes is { } length)
            {
                await WritePaddingAsync(writer, body, length, cancellationToken);
            }

            writer.WriteEndObject();
            await FlushIfLargeAsync(writer, body, cancellationToken);
        }

        writer.WriteEndArray();
    }

    private void WriteTail(Utf8JsonWriter writer)
    {
        writer.WriteNumber(TotalCountName, Selection.Count);
        writer.WriteString(NextLinkName, Fault?.NextLink ?? NextLink);
    }

    private static void WriteNested(Utf8JsonWriter writer, int depth)
    {
        var text = new byte[2 * depth];
        text.AsSpan(0, depth).Fill((byte)'[');
        text.AsSpan(depth).Fill((byte)']');
        writer.WritePropertyName(NestedName);
        writer.WriteRawValue(text, skipInputValidation: true);
    }

    private async Task WritePaddingAsync(Utf8JsonWriter writer, PipeWriter body, long length, CancellationToken cancellationToken)
    {
        writer.WritePropertyName(PaddingName);
        long written = writer.BytesCommitted + writer.BytesPending;
        long rest = "\"\"".Length + "}]".Length + TailLength();
        byte[] filler = new byte[PaddingSegment];
        filler.AsSpan().Fill((byte)'x');
        for (long left = Math.Max(0, length - written - rest); left > 0;)
        {
            int segment = (int)Math.Min(left, PaddingSegment);
            writer.WriteStringValueSegment(filler.AsSpan(0, segment), isFinalSegment: false);
            left -= segment;
            await FlushIfLargeAsync(writer, body, cancellationToken);
        }

        writer.WriteStringValueSegment(ReadOnlySpan<byte>.Empty, isFinalSegment: true);
    }

    private int TailLength()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, WriterOptions);
        writer.WriteStartObject();
        WriteTail(writer);
        writer.WriteEndObject();
        writer.Flush();

        // The opening brace has the length of the comma before the tail.
        return buffer.WrittenCount;
    }

    private async ValueTask FlushIfLargeAsync(Utf8JsonWriter writer, PipeWriter body, CancellationToken cancellationToken)
    {
        if (writer.BytesCommitted + writer.BytesPending - _flushed < FlushThreshold)
        {
            return;
        }

        writer.Flush();
        _flushed = writer.BytesCommitted;
        FlushResult result = await body.FlushAsync(cancellationToken);
        if (result.IsCompleted || result.IsCanceled)
        {
            throw new OperationCanceledException("The client stopped reading.");
        }
    }
}
