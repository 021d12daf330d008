namespace EnPower.Pipeline;

/// <summary>A cmdlet that reads all or the specified mailboxes.</summary>
/// <typeparam name="T">The model of the mailboxes.</typeparam>
public abstract class EnPowerMailboxListCommand<T> : EnPowerSelectingListCommand<T>
    where T : ApiObject, new()
{
    /// <summary>
    /// Gets or sets the mailboxes to return, each by its ID, the ID of its user, its user principal name, email address, alias or
    /// name. Wildcards are permitted. Default: all mailboxes. The API can't filter by identity: the command reads the list and
    /// filters it on this machine. Reading ends when all IDs and addresses have been found.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("UserPrincipalName", "PrimarySmtpAddress", "EmailAddress")]
    [IdentityOfPipeline]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Identity { get; set; }

    private protected sealed override string[]? WantedKeys => Identity;

    private protected sealed override string Selector => nameof(Identity);

    // An alias or a name can occur in each tenant.
    private protected sealed override bool IsOfOneItem(string key) => key.IndexOf('@') >= 0 || Guid.TryParse(key, out _);

    private protected sealed override void WriteMissing()
    {
        foreach (string identity in MissingKeys)
        {
            WriteError(CreateErrorRecord(
                new EnPowerException(
                    EnPowerErrorId.MailboxNotFound,
                    $"EnPower has no mailbox {ControlCharacters.MakeVisible(identity)}. No mailbox in the list has this ID, user "
                    + "principal name, email address, alias or name."),
                identity));
        }
    }
}
