namespace EnPower;

/// <summary>A co-owner of a flow.</summary>
public sealed class CoOwner : ApiObject, IReadableFromText
{
    /// <summary>Gets the display name of the co-owner.</summary>
    public string? DisplayName { get; internal set; }

    /// <summary>Gets the user principal name of the co-owner.</summary>
    [Key]
    public string? UserPrincipalName { get; internal set; }

    void IReadableFromText.FromText(string text) => DisplayName = text;

    /// <summary>Returns the user principal name, or the display name if there is none.</summary>
    public override string ToString() => FirstFilled(UserPrincipalName, DisplayName);
}
