using System.Net;

namespace EnPower.Authentication;

/// <summary>Takes out of a server's words what was sent to it in confidence.</summary>
internal sealed class Redaction
{
    private readonly List<string> _secrets = [];

    /// <summary>Hides a secret, also in the forms in which requests carry it.</summary>
    public void Hide(string secret) => _secrets.AddRange([secret, Uri.EscapeDataString(secret), WebUtility.UrlEncode(secret)]);

    public string? Apply(string? text) =>
        _secrets.Where(static secret => secret.Length > 0).Aggregate(text, static (result, secret) => result?.Replace(secret, "…"));
}
