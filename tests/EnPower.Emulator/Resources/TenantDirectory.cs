using System.Globalization;
using System.Text.Json;

namespace EnPower.Emulator;

/// <summary>The tenants of the emulated organisation, by number, domain and identifier.</summary>
internal sealed class TenantDirectory
{
    private const ulong IdSalt = 0x74656e;

    private static readonly string[] WellKnownNames = ["contoso", "fabrikam", "adatum", "northwindtraders", "litware"];

    private readonly Dictionary<string, int> _indexes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Tenant[] _tenants;

    public TenantDirectory(int count)
    {
        _tenants = new Tenant[count];
        for (int index = 0; index < count; index++)
        {
            string name = index < WellKnownNames.Length
                ? WellKnownNames[index]
                : string.Create(CultureInfo.InvariantCulture, $"tenant{index + 1}");
            var tenant = new Tenant(Scramble.GuidOf(index, IdSalt).ToString(), name);
            _tenants[index] = tenant;
            _indexes.Add(tenant.Id, index);
            _indexes.Add(tenant.Domain, index);
        }
    }

    public int Count => _tenants.Length;

    public Tenant this[int index] => _tenants[index];

    public int? Find(string idOrDomain) => _indexes.TryGetValue(idOrDomain, out int index) ? index : null;

    internal sealed class Tenant(string id, string name)
    {
        public string Id { get; } = id;

        public string Domain { get; } = name + ".onmicrosoft.com";

        /// <summary>Gets the display name, such as <c>Contoso</c>.</summary>
        public JsonEncodedText EncodedName { get; } = JsonEncodedText.Encode(char.ToUpperInvariant(name[0]) + name[1..]);

        public JsonEncodedText EncodedId { get; } = JsonEncodedText.Encode(id);

        public JsonEncodedText EncodedDomain { get; } = JsonEncodedText.Encode(name + ".onmicrosoft.com");
    }
}
