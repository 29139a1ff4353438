using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Summit.Bot.Language;

namespace Summit.Bot.Channels.Api;

/// <summary>The body of <c>POST /api/ask</c>.</summary>
/// <param name="Question">Not blank, at most <see cref="MaxQuestionLength"/> characters.</param>
/// <param name="Language">The language to answer in; null for that of the question.</param>
/// <param name="ConversationId">The id that an earlier answer gave; null begins a conversation.</param>
public sealed record AskRequest(string Question, TextLanguage? Language, string? ConversationId)
{
    /// <summary>The longest question, in UTF-16 units.</summary>
    public const int MaxQuestionLength = 2000;

    /// <summary>The longest body, in bytes.</summary>
    public const int MaxBodyBytes = 64 * 1024;

    private static readonly string[] Fields = ["question", "language", "conversationId"];

    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <summary>Reads the body of a request, or says why it is refused.</summary>
    internal static async Task<(AskRequest? Request, IResult? Refusal)> ReadAsync(HttpContext context)
    {
        if (!IsJson(context.Request.ContentType))
        {
            return (null, Problems.Of(
                context, StatusCodes.Status415UnsupportedMediaType, "The content type is not application/json.",
                "Send the body in UTF-8 with the header Content-Type: application/json."));
        }

        if (await ReadBodyAsync(context) is not { } body)
        {
            return (null, Problems.Of(
                context, StatusCodes.Status413PayloadTooLarge, "The body is too large.", $"Send at most {MaxBodyBytes} bytes."));
        }

        try
        {
            using var document = JsonDocument.Parse(body, Json);
            return Read(context, document.RootElement);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string that is no Unicode text.
            return (null, Problems.Of(
                context, StatusCodes.Status400BadRequest, "The body is not valid JSON.",
                "Send one JSON object in UTF-8, each field once: {\"question\": \"…\", \"language\": \"fr\", \"conversationId\": null}."));
        }
    }

    private static (AskRequest? Request, IResult? Refusal) Read(HttpContext context, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return Refuse(null, "The body is not a JSON object. Send {\"question\": \"…\"}.");
        if (root.EnumerateObject().FirstOrDefault(field => !Fields.Contains(field.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } unknown)
        {
            var name = PlainText.OneLine(unknown.Name);
            return Refuse(name, $"The field '{name}' is not known. The fields are {string.Join(", ", Fields)}. Correct the name, or leave the field out.");
        }

        if (!TryGetText(root, "question", out var question))
            return Refuse("question", "The field 'question' is not a string. Send the question as a string.");
        if (string.IsNullOrWhiteSpace(question))
            return Refuse("question", "The field 'question' is missing or empty. Send the question as a string.");
        if (question.Length > MaxQuestionLength)
            return Refuse("question", $"The field 'question' has {question.Length} characters. Shorten it to {MaxQuestionLength}.");
        if (!TryGetText(root, "language", out var code) || (code is not (null or "fr" or "en")))
            return Refuse("language", "The field 'language' is neither \"fr\" nor \"en\". Send one of them, or leave it out to be answered in the language of the question.");
        if (!TryGetText(root, "conversationId", out var conversation))
            return Refuse("conversationId", "The field 'conversationId' is not a string. Send the one that the last answer gave, or leave it out to begin a conversation.");
        return (new AskRequest(question, TextLanguages.Parse(code), conversation), null);

        (AskRequest?, IResult?) Refuse(string? field, string detail) =>
            (null, Problems.Of(context, StatusCodes.Status400BadRequest, "The question cannot be read.", detail, field));
    }

    private static bool TryGetText(JsonElement root, string name, out string? text)
    {
        text = null;
        if (!root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return true;
        if (value.ValueKind != JsonValueKind.String)
            return false;
        text = value.GetString();
        return true;
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && string.Equals(type.MediaType, "application/json", StringComparison.OrdinalIgnoreCase)
        && (type.CharSet is null || string.Equals(type.CharSet.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase));

    private static async Task<ReadOnlyMemory<byte>?> ReadBodyAsync(HttpContext context)
    {
        if (context.Request.ContentLength > MaxBodyBytes)
            return null;
        var buffer = new byte[MaxBodyBytes + 1];
        var length = await context.Request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, context.RequestAborted);
        return length > MaxBodyBytes ? default(ReadOnlyMemory<byte>?) : buffer.AsMemory(0, length);
    }
}
