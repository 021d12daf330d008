using EnPower.Json;

namespace EnPower.Mailboxes;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    AllowTrailingCommas = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters =
    [
        typeof(TextConverter), typeof(IntegerConverter), typeof(BooleanConverter), typeof(DateConverter), typeof(AnyValueConverter),
    ])]
[JsonSerializable(typeof(MailboxPage))]
[JsonSerializable(typeof(MailboxPolicies))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(CloudGovernanceMetadata))]
[JsonSerializable(typeof(CloudGovernanceProfile))]
internal sealed partial class MailboxJsonContext : JsonSerializerContext;
