using System.Text;

namespace EnPower.Authentication;

/// <summary>A complete response of the identity service.</summary>
/// <param name="Url">The address of the request.</param>
/// <param name="Status">The status code.</param>
/// <param name="MediaType">The media type of the body, safe to display.</param>
/// <param name="Body">The body; <see langword="null"/> if the response is an error with an unreadable body.</param>
internal sealed record IdentityAnswer(Uri Url, int Status, string MediaType, byte[]? Body)
{
    /// <summary>Gets the body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body ?? []).TrimStart('\uFEFF');

    /// <summary>Returns status code and media type.</summary>
    public override string ToString() => $"status {Status}, {MediaType}";
}
