namespace EnPower.Emulator;

/// <summary>A permanent change of one mailbox each day. <see cref="DailyChanges"/> selects the mailbox.</summary>
public enum DailyChange
{
    /// <summary>Email is forwarded outside, to <c>dayN.example</c>.</summary>
    ForwardingOutside = 0,

    /// <summary>Litigation hold is toggled.</summary>
    LitigationHold = 1,

    /// <summary>The display name is <c>Renamed on day N</c>.</summary>
    Renaming = 2,

    /// <summary>The sharing policy is <c>Sharing of day N</c>.</summary>
    SharingPolicy = 3,

    /// <summary>The phase in Cloud Governance is <c>Phase of day N</c>.</summary>
    Phase = 4,

    /// <summary>The mailbox is replaced by one with the same name and another identifier.</summary>
    Replacement = 5,
}
