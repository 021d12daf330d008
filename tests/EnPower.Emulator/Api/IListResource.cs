using System.Text.Json;

namespace EnPower.Emulator;

/// <summary>A resource that the API lists page by page.</summary>
internal interface IListResource
{
    /// <summary>The route patterns.</summary>
    IReadOnlyList<string> Paths { get; }

    /// <summary>Name of the array in the response.</summary>
    JsonEncodedText ItemsName { get; }

    /// <summary>Selects the items of a query.</summary>
    /// <param name="tenantIndex">The requested tenant; null for all.</param>
    /// <param name="request">The request, for the parameters that are specific to the resource.</param>
    /// <exception cref="BadHttpRequestException">The value of a parameter is not valid.</exception>
    IListSelection Select(int? tenantIndex, HttpRequest request);
}
