#if !NET
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;

namespace EnPower.Http;

/// <summary>
/// Decompresses responses. HttpClientHandler can do so too, but then a response that is disposed to abort its transfer disposes
/// the decompressor, which may be at work on another thread: its memory is native, and the process would end.
/// </summary>
internal sealed class DecompressionHandler(HttpMessageHandler transport) : DelegatingHandler(transport)
{
    private const string GZip = "gzip";
    private const string Deflate = "deflate";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.AcceptEncoding.Clear();
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(GZip));
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(Deflate));
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        Func<Stream, Stream>? decompress = response.Content?.Headers.ContentEncoding.LastOrDefault()?.ToLowerInvariant() switch
        {
            GZip => static body => new GZipStream(body, CompressionMode.Decompress),
            Deflate => static body => new DeflateStream(body, CompressionMode.Decompress),
            _ => null,
        };
        if (decompress is not null)
        {
            response.Content = new DecompressedContent(response.Content!, decompress);
        }

        return response;
    }

    private sealed class DecompressedContent : HttpContent
    {
        private readonly HttpContent _compressed;
        private readonly Func<Stream, Stream> _decompress;

        public DecompressedContent(HttpContent compressed, Func<Stream, Stream> decompress)
        {
            (_compressed, _decompress) = (compressed, decompress);
            foreach (KeyValuePair<string, IEnumerable<string>> header in compressed.Headers)
            {
                Headers.TryAddWithoutValidation(header.Key, header.Value);
            }

            Headers.ContentEncoding.Clear();
            Headers.ContentLength = null;
        }

        protected override async Task<Stream> CreateContentReadStreamAsync() =>
            _decompress(await _compressed.ReadAsStreamAsync().ConfigureAwait(false));

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            using Stream body = await CreateContentReadStreamAsync().ConfigureAwait(false);
            await body.CopyToAsync(stream).ConfigureAwait(false);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

#pragma warning disable CA2215 // The base class would dispose the decompressor. Its reader does, when no read is pending.
        protected override void Dispose(bool disposing)
#pragma warning restore CA2215
        {
            if (disposing)
            {
                _compressed.Dispose();
            }
        }
    }
}
#endif
