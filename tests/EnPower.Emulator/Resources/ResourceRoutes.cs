namespace EnPower.Emulator;

/// <summary>
/// The resources of the API. Most are generated from their descriptions. Those that need more have a class.
/// </summary>
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
        var description = ApiDescription.Load();
        var mailboxes = new MailboxesResource(new SyntheticMailboxes(options.Mailboxes, tenants, options.Day));
        IEnumerable<IListResource> described = description.Endpoints
            .Where(endpoint => !mailboxes.Paths.Contains(endpoint.Path))
            .Select(endpoint => new DescribedResource(endpoint, description, options.Mailboxes, tenants));
        foreach (IListResource resource in described.Prepend(mailboxes))
        {
            var served = new ListEndpoint(resource, tenants, options.Latency);
            foreach (string path in resource.Paths)
            {
                routes.MapGet(path, served.ServeAsync);
            }
        }
    }
}
