namespace EnPower.Emulator;

/// <summary>What happens to one mailbox each day, and stays. Which one, <see cref="DailyChanges"/> says.</summary>
public enum DailyChange
{
    /// <summary>Email is forwarded outside, to <c>dayN.example</c>.</summary>
    ForwardingOutside = 0,

    /// <summary>Litigation hold is switched to what it was not.</summary>
    LitigationHold = 1,

    /// <summary>The display name is <c>Renamed on day N</c>.</summary>
    Renaming = 2,

    /// <summary>The sharing policy is <c>Sharing of day N</c>.</summary>
    SharingPolicy = 3,

    /// <summary>The phase in Cloud Governance is <c>Phase of day N</c>.</summary>
    Phase = 4,

    /// <summary>The mailbox is gone, and one of the same name has another identifier.</summary>
    Replacement = 5,
}
