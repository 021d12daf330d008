using System.Collections;
using System.Globalization;
using EnPower.Output;

namespace EnPower;

/// <summary>What becomes of objects that a file, a job or a remote session has deserialized.</summary>
public sealed class ApiObjectConverterTests
{
    private static readonly ApiObjectConverter Converter = new();

    [Fact]
    public void A_deserialized_mailbox_is_a_mailbox_again_with_all_its_values()
    {
        var mailbox = new Mailbox
        {
            DisplayName = "Ada",
            CreateTime = new DateTime(2026, 6, 1, 10, 0, 0, DateTimeKind.Utc),
            ItemCount = 5,
            Metadata = new ItemList<CloudGovernanceMetadata>(
                [new CloudGovernanceMetadata { MetadataType = MetadataType.Choice }]),
            HiddenFromAddressListsEnabled = false,
            MailboxPolicies = new MailboxPolicies { SharingPolicy = "Open" },
            PhaseAssignees = new ItemList<User>([new User { DisplayName = "Grace" }]),
        };

        Mailbox restored = Restore<Mailbox>(Deserialize(mailbox));

        Assert.Equal(
            ("Ada", mailbox.CreateTime, 5L, false, "Open"),
            (restored.DisplayName, restored.CreateTime, restored.ItemCount, restored.HiddenFromAddressListsEnabled,
                restored.MailboxPolicies?.SharingPolicy));
        Assert.Equal(MetadataType.Choice, Assert.Single(restored.Metadata).MetadataType);
        Assert.Equal("Grace", Assert.Single(restored.PhaseAssignees).DisplayName);
        Assert.Null(restored.Alias);
    }

    [Fact]
    public void Only_a_deserialized_resource_is_converted()
    {
        Assert.True(Converter.CanConvertFrom(Deserialize(new Mailbox()), typeof(Mailbox)));
        Assert.False(Converter.CanConvertFrom(PSObject.AsPSObject(new Mailbox()), typeof(Mailbox)));
        Assert.False(Converter.CanConvertFrom((object)"text", typeof(Mailbox)));
        Assert.False(Converter.CanConvertTo(new Mailbox(), typeof(string)));
    }

    [Fact]
    public void Fields_that_no_property_has_are_plain_values_again()
    {
        var mailbox = new Mailbox();
        FieldDictionary? inner = null;
        FieldDictionary.Add(ref inner, "level", 3L);
        mailbox.Keep("label", inner);
        mailbox.Keep("tags", new ItemList<object?>(["a", null, 5L]));

        Mailbox restored = Restore<Mailbox>(Deserialize(mailbox));

        Assert.Equal("""{"label":{"level":3},"tags":["a",null,5]}""", restored.AdditionalProperties.ToString());
        Assert.IsType<FieldDictionary>(restored.AdditionalProperties["label"]);
        Assert.IsType<ItemList<object?>>(restored.AdditionalProperties["tags"]);
    }

    [Fact]
    public void A_value_of_any_type_is_a_plain_value_again()
    {
        FieldDictionary? choice = null;
        FieldDictionary.Add(ref choice, "key", "a");
        var mailbox = new Mailbox
        {
            Metadata = new ItemList<CloudGovernanceMetadata>(
                [new CloudGovernanceMetadata { Value = choice }, new CloudGovernanceMetadata { Value = 12.75m }]),
        };

        ItemList<CloudGovernanceMetadata> restored = Restore<Mailbox>(Deserialize(mailbox)).Metadata;

        Assert.Equal("a", Assert.IsType<FieldDictionary>(restored[0].Value)["key"]);
        Assert.Equal(12.75m, restored[1].Value);
    }

    [Fact]
    public void A_list_of_texts_is_restored_in_its_order_and_one_text_is_a_list()
    {
        PSObject several = Deserialized("ResourceMailbox");
        several.Properties.Add(new PSNoteProperty("BusinessPhones", new ArrayList { "1", null, "2" }));
        PSObject one = Deserialized("ResourceMailbox");
        one.Properties.Add(new PSNoteProperty("BusinessPhones", "1"));

        Assert.Equal(["1", null, "2"], Restore<ResourceMailbox>(several).BusinessPhones);
        Assert.Equal(["1"], Restore<ResourceMailbox>(one).BusinessPhones);
    }

    [Fact]
    public void A_value_that_came_as_text_is_of_the_type_of_its_property_in_any_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            PSObject source = Deserialized("Mailbox");
            source.Properties.Add(new PSNoteProperty("ItemCount", "12"));
            source.Properties.Add(new PSNoteProperty("CreateTime", "06/01/2026 10:00:00"));

            Mailbox restored = Restore<Mailbox>(source);

            Assert.Equal((12L, new DateTime(2026, 6, 1, 10, 0, 0)), (restored.ItemCount, restored.CreateTime));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Properties_that_a_script_added_stay_and_computed_ones_are_computed()
    {
        PSObject source = Deserialized("Mailbox");
        source.Properties.Add(new PSNoteProperty("Ticket", "4711"));
        source.Properties.Add(new PSNoteProperty("StorageUsed", 1L));
        source.Properties.Add(new PSNoteProperty("StorageUsedBytes", 5L));

        var restored = (PSObject)Convert(source);

        Assert.Equal("4711", restored.Properties["Ticket"].Value);
        Assert.IsType<PSNoteProperty>(restored.Properties["Ticket"]);
        Assert.IsNotType<PSNoteProperty>(restored.Properties["StorageUsedBytes"]);
    }

    [Theory]
    [InlineData("Deserialized.EnPower.Mailbox", true)]
    [InlineData("EnPower.Mailbox", false)]
    [InlineData("Deserialized.EnPower.ApiObject", false)]
    [InlineData("Deserialized.EnPower.Change", false)]
    [InlineData("Deserialized.System.Uri", false)]
    public void Only_deserialized_objects_of_the_model_are_converted(string typeName, bool expected)
    {
        var source = new PSObject();
        source.TypeNames.Clear();
        source.TypeNames.Add(typeName);

        Assert.Equal(expected, Converter.CanConvertFrom(source, typeof(Mailbox)));
        if (!expected)
        {
            Assert.Throws<PSInvalidCastException>(() => Convert(source));
        }
    }

    [Fact]
    public void Nothing_is_converted_that_is_not_deserialized_and_nothing_into_another_type()
    {
        Assert.False(Converter.CanConvertFrom("Ada", typeof(Mailbox)));
        Assert.False(Converter.CanConvertTo(new Mailbox(), typeof(string)));
        Assert.Throws<PSInvalidCastException>(
            () => Converter.ConvertFrom("Ada", typeof(Mailbox), CultureInfo.InvariantCulture, ignoreCase: false));
        Assert.Throws<PSInvalidCastException>(
            () => Converter.ConvertTo(new Mailbox(), typeof(string), CultureInfo.InvariantCulture, ignoreCase: false));
    }

    // As Export-Clixml and Import-Clixml do.
    private static PSObject Deserialize(object value) =>
        (PSObject)PSSerializer.Deserialize(PSSerializer.Serialize(value, depth: 5));

    private static PSObject Deserialized(string model)
    {
        var source = new PSObject();
        source.TypeNames.Insert(0, $"Deserialized.EnPower.{model}");
        return source;
    }

    private static object Convert(PSObject source) =>
        Converter.ConvertFrom(source, typeof(Mailbox), CultureInfo.InvariantCulture, ignoreCase: false);

    private static T Restore<T>(PSObject source) => Assert.IsType<T>(((PSObject)Convert(source)).BaseObject);
}
