using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace Summit.Bot.Channels.Api;

/// <summary>The body of a request as JSON, or why it is none.</summary>
internal static class JsonBody
{
    private const int MaxDepth = 32;

    private static readonly JsonDocumentOptions Json = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>Reads the body.</summary>
    /// <param name="context">The request.</param>
    /// <param name="maxBytes">How long it may be.</param>
    /// <param name="example">What to send instead of what is no JSON.</param>
    public static async Task<(JsonDocument? Json, IResult? Refusal)> ReadAsync(HttpContext context, int maxBytes, string example)
    {
        if (!IsJson(context.Request.ContentType))
        {
            return (null, Problems.Of(
                context, StatusCodes.Status415UnsupportedMediaType, "The content type is not application/json.",
                "Send the body in UTF-8 with the header Content-Type: application/json."));
        }

        if (await ReadBytesAsync(context, maxBytes) is not { } body)
        {
            return (null, Problems.Of(
                context, StatusCodes.Status413PayloadTooLarge, "The body is too large.", $"Send at most {maxBytes} bytes."));
        }

        try
        {
            RequireText(body.Span);
            return (JsonDocument.Parse(body, Json), null);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return (null, Problems.Of(
                context, StatusCodes.Status400BadRequest, "The body is not valid JSON.", $"Send one JSON object in UTF-8, each field once: {example}."));
        }
    }

    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="InvalidOperationException">A string is no Unicode text: the parser finds that out only where it is read.</exception>
    private static void RequireText(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body))
            throw new JsonException("It is not UTF-8.");
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                _ = reader.GetString();
        }
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && string.Equals(type.MediaType, "application/json", StringComparison.OrdinalIgnoreCase)
        && (type.CharSet is null || string.Equals(type.CharSet.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase));

    private static async Task<ReadOnlyMemory<byte>?> ReadBytesAsync(HttpContext context, int maxBytes)
    {
        if (context.Request.ContentLength > maxBytes)
            return null;
        var buffer = new byte[maxBytes + 1];
        var length = await context.Request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, context.RequestAborted);
        return length > maxBytes ? default(ReadOnlyMemory<byte>?) : buffer.AsMemory(0, length);
    }
}
