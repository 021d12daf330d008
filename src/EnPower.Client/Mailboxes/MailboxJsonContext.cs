namespace EnPower.Mailboxes;

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(MailboxPage))]
internal sealed partial class MailboxJsonContext : JsonSerializerContext;
