namespace EnPower;

/// <summary>The custom attributes 1 to 15 of a resource mailbox. An attribute without a value is an empty string.</summary>
public sealed class CustomAttributes : ApiObject
{
    /// <summary>Gets custom attribute 1.</summary>
    public string? CustomAttribute1 { get; internal set; }

    /// <summary>Gets custom attribute 2.</summary>
    public string? CustomAttribute2 { get; internal set; }

    /// <summary>Gets custom attribute 3.</summary>
    public string? CustomAttribute3 { get; internal set; }

    /// <summary>Gets custom attribute 4.</summary>
    public string? CustomAttribute4 { get; internal set; }

    /// <summary>Gets custom attribute 5.</summary>
    public string? CustomAttribute5 { get; internal set; }

    /// <summary>Gets custom attribute 6.</summary>
    public string? CustomAttribute6 { get; internal set; }

    /// <summary>Gets custom attribute 7.</summary>
    public string? CustomAttribute7 { get; internal set; }

    /// <summary>Gets custom attribute 8.</summary>
    public string? CustomAttribute8 { get; internal set; }

    /// <summary>Gets custom attribute 9.</summary>
    public string? CustomAttribute9 { get; internal set; }

    /// <summary>Gets custom attribute 10.</summary>
    public string? CustomAttribute10 { get; internal set; }

    /// <summary>Gets custom attribute 11.</summary>
    public string? CustomAttribute11 { get; internal set; }

    /// <summary>Gets custom attribute 12.</summary>
    public string? CustomAttribute12 { get; internal set; }

    /// <summary>Gets custom attribute 13.</summary>
    public string? CustomAttribute13 { get; internal set; }

    /// <summary>Gets custom attribute 14.</summary>
    public string? CustomAttribute14 { get; internal set; }

    /// <summary>Gets custom attribute 15.</summary>
    public string? CustomAttribute15 { get; internal set; }

    /// <summary>Returns the values that are set, separated by commas.</summary>
    public override string ToString() => JoinFilled(
        ", ",
        CustomAttribute1, CustomAttribute2, CustomAttribute3, CustomAttribute4, CustomAttribute5, CustomAttribute6,
        CustomAttribute7, CustomAttribute8, CustomAttribute9, CustomAttribute10, CustomAttribute11, CustomAttribute12,
        CustomAttribute13, CustomAttribute14, CustomAttribute15);
}
