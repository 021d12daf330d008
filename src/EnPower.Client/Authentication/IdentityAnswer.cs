using System.Text;

namespace EnPower.Authentication;

/// <summary>An answer of the identity service, whole.</summary>
/// <param name="Url">The address that was asked.</param>
/// <param name="Status">The status.</param>
/// <param name="MediaType">The type of the body, safe to show.</param>
/// <param name="Body">The body; <see langword="null"/> where the answer is an error whose body can't be read.</param>
internal sealed record IdentityAnswer(Uri Url, int Status, string MediaType, byte[]? Body)
{
    /// <summary>Gets the body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body ?? []).TrimStart('\uFEFF');

    /// <summary>Returns status and type.</summary>
    public override string ToString() => $"status {Status}, {MediaType}";
}
