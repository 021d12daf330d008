using System.Text.Json;

namespace EnPower.Emulator;

/// <summary>A resource that is listed page by page.</summary>
internal interface IListResource
{
    /// <summary>The route patterns it is found at.</summary>
    IReadOnlyList<string> Paths { get; }

    /// <summary>Name of the array in the response.</summary>
    JsonEncodedText ItemsName { get; }

    /// <summary>What matches a query.</summary>
    /// <param name="tenantIndex">The one tenant asked for; null for all.</param>
    /// <param name="request">The request, for the parameters that are this resource's own.</param>
    /// <exception cref="BadHttpRequestException">A parameter has no valid value.</exception>
    IListSelection Select(int? tenantIndex, HttpRequest request);
}
