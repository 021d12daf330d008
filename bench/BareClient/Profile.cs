namespace BareClient;

internal sealed class Profile
{
    public string? Name { get; set; }

    public string? Id { get; set; }
}
