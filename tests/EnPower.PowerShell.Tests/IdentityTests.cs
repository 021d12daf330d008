using EnPower.Emulator;

namespace EnPower;

/// <summary>
/// Mailboxes that are named: which ones come, how much is read for them, and what is said of those that aren't there.
/// </summary>
public sealed class IdentityTests : IClassFixture<EmulatorFixture>, IDisposable
{
    private const string Contoso = "contoso.onmicrosoft.com";

    private readonly EmulatorFixture _fixture;
    private readonly Session _session;
    private readonly IReadOnlyList<Mailbox> _all;

    public IdentityTests(EmulatorFixture fixture)
    {
        _fixture = fixture;
        _session = fixture.Connect();
        _all = _session.Read("$all = Get-EnPowerMailbox; $all");
        fixture.Emulator.Requests.Clear();
    }

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("$all[7].Id")]
    [InlineData("$all[7].UserId")]
    [InlineData("$all[7].PrincipalName")]
    [InlineData("$all[7].EmailAddress")]
    [InlineData("$all[7].Alias")]
    [InlineData("$all[7].EmailAddress.ToUpperInvariant()")]
    [InlineData("$all[7]")]
    [InlineData("([guid] $all[7].UserId)")]
    public void A_mailbox_is_found_by_what_names_it_in_any_casing(string identity) =>
        Assert.Equal([_all[7].Id], Ids(_session.Read($"Get-EnPowerMailbox {identity}")));

    [Fact]
    public void Several_come_in_the_order_of_the_list() => Assert.Equal(
        [_all[3].Id, _all[9].Id], Ids(_session.Read("Get-EnPowerMailbox $all[9].EmailAddress, $all[3].PrincipalName")));

    [Fact]
    public void A_pattern_finds_all_that_it_fits()
    {
        string start = _all[0].EmailAddress!.Split('.')[0];

        IReadOnlyList<Mailbox> mailboxes = _session.Read($"Get-EnPowerMailbox '{start}.*@*'");

        Assert.NotEmpty(mailboxes);
        Assert.Equal(
            _all.Where(mailbox => new[] { mailbox.PrincipalName, mailbox.EmailAddress }.Any(
                name => name!.StartsWith(start + ".", StringComparison.OrdinalIgnoreCase) && name.Contains('@')))
                .Select(mailbox => mailbox.Id),
            Ids(mailboxes));
    }

    [Fact]
    public void A_pattern_that_nothing_fits_is_no_error() => Assert.Empty(_session.Read("Get-EnPowerMailbox 'nobody*'"));

    [Fact]
    public void Reading_ends_once_all_that_have_one_owner_were_found()
    {
        _session.Run("Get-EnPowerMailbox $all[0].EmailAddress, $all[5].Id -ThrottleLimit 1");

        // The page that follows was on its way.
        Assert.InRange(_fixture.PageQueries().Count, 1, 2);
    }

    [Fact]
    public void An_alias_is_looked_for_in_every_tenant()
    {
        _session.Run("Get-EnPowerMailbox $all[0].Alias");

        Assert.Equal(3, _fixture.PageQueries().Count);
    }

    [Fact]
    public void What_is_not_found_is_an_error_of_its_own_and_the_others_come()
    {
        PSObject[] output = [.. _session.Run(
            "Get-EnPowerMailbox zoe@contoso.com, $all[1].Id -ErrorAction SilentlyContinue -ErrorVariable failed; $failed")];

        Assert.Equal(_all[1].Id, Assert.IsType<Mailbox>(output[0].BaseObject).Id);
        var error = Assert.IsType<ErrorRecord>(Assert.Single(output[1..]).BaseObject);
        Assert.Equal("MailboxNotFound,EnPower.Commands.GetEnPowerMailboxCommand", error.FullyQualifiedErrorId);
        Assert.Equal(
            (ErrorCategory.ObjectNotFound, (object)"zoe@contoso.com"), (error.CategoryInfo.Category, error.TargetObject));
        Assert.Equal(
            "EnPower has no mailbox zoe@contoso.com. No mailbox in the list has this ID, user principal name, email address, "
            + "alias or name.",
            error.Exception.Message);
    }

    [Fact]
    public void Nothing_is_called_missing_where_the_read_broke_off()
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = "/smp/exchange/mailboxes", FromRequest = 2, Status = 404 });

        var error = (ErrorRecord)_session.Run(
            "Get-EnPowerMailbox zoe@contoso.com -Tenant contoso.onmicrosoft.com -ErrorAction SilentlyContinue "
            + "-ErrorVariable failed; $failed")
            .Single().BaseObject;

        Assert.StartsWith("NotFound,", error.FullyQualifiedErrorId);
    }

    [Fact]
    public void Nothing_is_called_missing_where_First_ended_the_read() =>
        Assert.Single(_session.Read("Get-EnPowerMailbox $all[0].Id, zoe@contoso.com -First 1"));

    [Fact]
    public void Mailboxes_that_are_piped_are_read_again_and_no_others()
    {
        Assert.Equal(Ids(_all.Take(5)).Order(), Ids(_session.Read("$all[0..4] | Get-EnPowerMailbox")).Order());
        Assert.All(_fixture.PageQueries(), query => Assert.Contains("tenant=", query));
    }

    [Theory]
    [InlineData("[pscustomobject]@{ UserPrincipalName = $all[4].PrincipalName }")]
    [InlineData("[pscustomobject]@{ PrimarySmtpAddress = $all[4].EmailAddress }")]
    [InlineData("[pscustomobject]@{ EmailAddress = $all[4].EmailAddress; Size = '1 GB' }")]
    public void What_other_modules_and_files_call_it_binds(string input) =>
        Assert.Equal([_all[4].Id], Ids(_session.Read($"{input} | Get-EnPowerMailbox")));

    [Theory]
    [InlineData("Identity", "Id")]
    [InlineData("UserPrincipalName", "PrincipalName")]
    [InlineData("PrimarySmtpAddress", "EmailAddress")]
    [InlineData("EmailAddress", "EmailAddress")]
    public void An_object_with_an_identity_can_be_an_argument(string name, string property) => Assert.Equal(
        [_all[4].Id],
        Ids(_session.Read($"$one = [pscustomobject]@{{ {name} = $all[4].{property} }}; Get-EnPowerMailbox -Identity $one")));

    [Fact]
    public void Text_from_the_pipeline_is_a_tenant_in_which_the_named_one_is_looked_for()
    {
        Mailbox wanted = _all.First(mailbox => mailbox.TenantDomain == Contoso);

        Assert.Equal([wanted.Id], Ids(_session.Read($"'{Contoso}' | Get-EnPowerMailbox {wanted.Id}")));
        Assert.All(_fixture.PageQueries(), query => Assert.Contains($"tenant={Contoso}", query));
    }

    [Theory]
    [InlineData("Get-EnPowerMailbox ''", "empty")]
    [InlineData("Get-EnPowerMailbox $null", "null")]
    [InlineData("Get-EnPowerMailbox ' '", "Omit the parameter to read all mailboxes.")]
    [InlineData("Get-EnPowerMailbox 42", "alias of a mailbox")]
    [InlineData("[pscustomobject]@{ Identity = ''; TenantDomain = 'contoso.onmicrosoft.com' } | Get-EnPowerMailbox", "empty")]
    [InlineData("Get-EnPowerPowerApp myapp", "myapp")]
    [InlineData("Get-EnPowerEndOfLifeTeam 'Project X'", "Project X")]
    public void Bad_input_is_refused_before_any_request(string script, string reason)
    {
        Assert.Contains(reason, _session.Fail(script).Exception.Message);
        Assert.DoesNotContain(
            _fixture.Emulator.Requests.Snapshot(), request => request.Path.StartsWith("/smp/", StringComparison.Ordinal));
    }

    [Fact]
    public void Resource_mailboxes_are_found_the_same_way()
    {
        _session.Run("$rooms = Get-EnPowerResourceMailbox -First 10");

        Assert.Equal(
            _session.Run("$rooms[2].Id").Single().BaseObject,
            Assert.Single(_session.Read<ResourceMailbox>("Get-EnPowerResourceMailbox $rooms[2].EmailAddress")).Id);
    }

    private static IEnumerable<string?> Ids(IEnumerable<Mailbox> mailboxes) => mailboxes.Select(mailbox => mailbox.Id);
}
