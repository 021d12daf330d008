namespace EnPower.Emulator;

/// <summary>
/// The deviation of a synthetic mailbox from the documented form. Mailbox i has the quirk with the number i mod 47, if there is
/// one. Independently of quirks, there are shared mailboxes with an empty <c>principalName</c>, mailboxes with litigation hold,
/// forwarding, external forwarding, hidden from address lists, or over their warning quota, and mailboxes registered in Cloud
/// Governance, which have contacts, profiles as objects, and renewal dates.
/// </summary>
public enum MailboxQuirk
{
    /// <summary>
    /// None: profiles are <c>"N/A"</c> and contacts null unless registered, <c>recipientLimits</c> is <c>"500"</c>.
    /// </summary>
    None = 0,

    /// <summary><c>lastActivityDate</c> is <c>"0001-01-01 00:00:00"</c>.</summary>
    NeverActive = 1,

    /// <summary>All dates are <c>""</c>.</summary>
    EmptyDates = 2,

    /// <summary><c>recipientLimits</c> is the number 500.</summary>
    RecipientLimitsNumber = 3,

    /// <summary><c>recipientLimits</c> is <c>"Unlimited"</c>.</summary>
    RecipientLimitsUnlimited = 4,

    /// <summary>Counts, sizes and quotas are strings.</summary>
    NumbersAsStrings = 5,

    /// <summary><c>renewProfile</c> and <c>electionProfile</c> are <c>""</c>.</summary>
    ProfilesEmpty = 6,

    /// <summary><c>renewProfile</c> and <c>electionProfile</c> are null.</summary>
    ProfilesNull = 7,

    /// <summary><c>renewProfile</c> and <c>electionProfile</c> are objects.</summary>
    ProfilesObject = 8,

    /// <summary><c>phaseAssignees</c> is null, not <c>""</c>.</summary>
    AssigneesNull = 9,

    /// <summary><c>phaseAssignees</c> is one user.</summary>
    AssigneesObject = 10,

    /// <summary><c>phaseAssignees</c> is an array of two users.</summary>
    AssigneesArray = 11,

    /// <summary><c>primaryContact</c> is <c>""</c>.</summary>
    PrimaryContactEmpty = 12,

    /// <summary><c>primaryContact</c> is a user.</summary>
    PrimaryContactObject = 13,

    /// <summary><c>renewProfileApplied</c> and <c>electionProfileApplied</c> are booleans.</summary>
    ProfilesApplied = 14,

    /// <summary><c>metadata</c> has an item of each type, their values of every JSON kind.</summary>
    MetadataOfEveryKind = 15,

    /// <summary><c>id</c>, <c>metadata</c> and <c>phase</c> are spelt <c>Id</c>, <c>Metadata</c>, <c>Phase</c>.</summary>
    PascalCaseNames = 16,

    /// <summary>An undocumented <c>sensitivityLabel</c> that is a string.</summary>
    UnknownText = 17,

    /// <summary>An undocumented <c>sensitivityLabel</c> that is an object.</summary>
    UnknownObject = 18,

    /// <summary>An undocumented <c>sensitivityLabel</c> that is an array.</summary>
    UnknownArray = 19,

    /// <summary>Storage, quotas, policies and all fields of Cloud Governance are missing.</summary>
    MissingFields = 20,

    /// <summary><c>mailboxPolicies</c> is <c>"N/A"</c>.</summary>
    PoliciesNotAvailable = 21,
}
