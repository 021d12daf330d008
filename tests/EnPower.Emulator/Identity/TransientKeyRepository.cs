using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace EnPower.Emulator;

/// <summary>Stores data protection keys in memory. The default is the profile of the user.</summary>
internal sealed class TransientKeyRepository : IXmlRepository
{
    private readonly Lock _lock = new();
    private readonly List<XElement> _keys = [];

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (_lock)
        {
            return [.. _keys];
        }
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (_lock)
        {
            _keys.Add(element);
        }
    }
}
