namespace EnPower;

/// <summary>Whether the objects of a read are all there are.</summary>
public sealed class ListReadTests
{
    private readonly ListRead _read = new();

    [Fact]
    public void A_read_that_has_ended_is_complete()
    {
        _read.End();

        Assert.Null(_read.ReasonOfIncompleteness);
        Assert.False(_read.IsBroken);
    }

    [Fact]
    public void A_read_that_has_not_ended_was_stopped()
    {
        Assert.Equal("The read was stopped before its end.", _read.ReasonOfIncompleteness);
        Assert.False(_read.IsBroken);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_read_that_broke_off_has_the_first_reason_whether_it_has_ended_or_not(bool hasEnded)
    {
        _read.Break("The service failed.");
        _read.Break("The token expired.");
        if (hasEnded)
        {
            _read.End();
        }

        Assert.Equal("The service failed.", _read.ReasonOfIncompleteness);
        Assert.True(_read.IsBroken);
    }

    [Fact]
    public void A_field_is_missing_if_no_page_has_it()
    {
        Assert.Empty(_read.MissingFields);

        _read.NarrowMissingFields(["alias", "status"]);
        _read.NarrowMissingFields(["status", "phase"]);

        Assert.Equal(["status"], _read.MissingFields);
    }

    [Fact]
    public void A_read_of_all_tenants_names_none()
    {
        _read.AddTenant("contoso.com");
        _read.AddTenant("CONTOSO.com");
        Assert.Equal(["contoso.com"], _read.Tenants!);

        _read.AddTenant(null);
        Assert.Null(_read.Tenants);
    }
}
