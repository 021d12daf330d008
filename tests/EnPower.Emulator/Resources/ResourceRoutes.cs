namespace EnPower.Emulator;

/// <summary>The API's resources; a further one is a class of its own and one more element here.</summary>
internal static class ResourceRoutes
{
    public static void Map(IEndpointRouteBuilder routes, EmulatorOptions options)
    {
        if (options.DataSet == DataSet.DocumentationSample)
        {
            routes.MapGet(MailboxesResource.RoutePath, MailboxesSample.ServeAsync);
            return;
        }

        var tenants = new TenantDirectory(options.Tenants);
        IListResource[] resources =
        [
            new MailboxesResource(new SyntheticMailboxes(options.Mailboxes, tenants)),
        ];
        foreach (IListResource resource in resources)
        {
            routes.MapGet(resource.Path, new ListEndpoint(resource, tenants, options.Latency).ServeAsync);
        }
    }
}
