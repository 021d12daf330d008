namespace EnPower;

internal static class UriDisplayExtensions
{
    // Every parameter that the API documents.
    private static readonly HashSet<string> HarmlessParameters = new(StringComparer.OrdinalIgnoreCase)
    {
        "top", "tenant", "mailboxType", "resourceMailboxType", "fromDate", "toDate", "flowId",
    };

    /// <summary>
    /// Gets the address for messages, without the values of undocumented parameters, such as a continuation token, whose contents
    /// are unknown.
    /// </summary>
    public static string ToDisplayString(this Uri uri)
    {
        string address = uri.GetLeftPart(UriPartial.Path);
        if (uri.Query.Length <= 1)
        {
            return address;
        }

        IEnumerable<string> parameters = uri.Query.Substring(1).Split('&').Select(static parameter =>
        {
            string name = parameter.Split('=')[0];
            return HarmlessParameters.Contains(name) ? parameter : $"{name}=…";
        });

        return $"{address}?{string.Join("&", parameters)}";
    }
}
