using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace EnPower.Emulator;

/// <summary>Keeps data protection keys for the life of the emulator; the default stores them in the user's profile.</summary>
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
