using System.Text.Json;

namespace EnPower.Emulator;

/// <summary>The JSON body of a failed API request, in the structure of other services of the gateway.</summary>
internal static class ApiError
{
    public static async Task WriteAsync(HttpContext context, int statusCode, string message)
    {
        HttpResponse response = context.Response;
        response.StatusCode = statusCode;
        response.ContentType = "application/json; charset=utf-8";
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        await using var writer = new Utf8JsonWriter(response.BodyWriter);
        writer.WriteStartObject();
        writer.WriteString("traceId", context.TraceIdentifier);
        writer.WriteString("error", message);
        writer.WriteNumber("statusCode", statusCode);
        writer.WriteEndObject();
    }
}
