namespace EnPower.Emulator;

/// <summary>The sample of the documentation, as the response to every query.</summary>
internal static class MailboxesSample
{
    private const string ResourceName = "mailboxes-sample.json";

    public static async Task ServeAsync(HttpContext context)
    {
        await using Stream sample = typeof(MailboxesSample).Assembly.GetManifestResourceStream(ResourceName)!;
        context.Response.ContentType = "application/json; charset=utf-8";
        await sample.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
