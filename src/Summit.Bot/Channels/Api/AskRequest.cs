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

    /// <summary>Reads the body of a request, or says why it is refused.</summary>
    internal static async Task<(AskRequest? Request, IResult? Refusal)> ReadAsync(HttpContext context)
    {
        var (json, refusal) = await JsonBody.ReadAsync(context, MaxBodyBytes, "{\"question\": \"…\", \"language\": \"fr\", \"conversationId\": null}");
        using (json)
            return json is null ? (null, refusal) : Read(context, json.RootElement);
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
}
