using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Summit.Bot.Answering;
using Summit.Bot.Channels.Rendering;
using Summit.Bot.Language;

namespace Summit.Bot.Channels.Api;

/// <summary>The answer of <c>POST /api/ask</c> and of <c>ask --json</c>. The members are its JSON, in this order.</summary>
/// <param name="Status"><c>answered</c>, <c>notFound</c> or <c>smallTalk</c>.</param>
/// <param name="Language"><c>fr</c> or <c>en</c>.</param>
/// <param name="Text">Markdown with <c>[1]</c> markers; whatever comes from an article or the user is escaped in it.</param>
/// <param name="Citations">Empty unless answered.</param>
/// <param name="Closest">A sentence near the question that does not answer it; only with <c>notFound</c>.</param>
/// <param name="ConversationId">To send with the next question of this conversation.</param>
/// <param name="AnswerId">Names this answer.</param>
public sealed record AskResponse(
    string Status,
    string Language,
    string Text,
    IReadOnlyList<AskCitation> Citations,
    AskCitation? Closest,
    string ConversationId,
    string AnswerId)
{
    /// <summary>Puts an answer into the form of the API.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="text">Renders it.</param>
    /// <param name="conversationId">Id of its conversation.</param>
    /// <param name="links">Makes the links of the citations.</param>
    public static AskResponse Of(Answer answer, AnswerText text, string conversationId, ArticleLinks links)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(text);
        return new AskResponse(
            answer.Status, answer.Language.Code(), text.Render(answer),
            answer is Grounded grounded ? [.. grounded.Citations.Select(c => AskCitation.Of(c, links))] : [],
            answer is NotFound { Closest: { } closest } ? AskCitation.Of(closest, links) : null,
            conversationId, answer.Id);
    }
}

/// <summary>A quoted sentence: <c>quote</c> is the text of the article from <c>start</c> on, <c>length</c> UTF-16 units long.</summary>
/// <param name="Position">The number of its marker, counted from 1.</param>
/// <param name="ArticleId">Id of the article.</param>
/// <param name="ArticleVersion">Content hash of the version that is quoted.</param>
/// <param name="Title">Title of the article.</param>
/// <param name="Url">The sentence on the article's page; null where no public address is known.</param>
/// <param name="Published">Day of publication, year-month-day; null when not stated.</param>
/// <param name="Corrected">Day of the publisher's correction, year-month-day; null when not stated.</param>
/// <param name="Sentence">Number of the sentence in the article, counted from 1.</param>
/// <param name="Start">Offset, in UTF-16 units.</param>
/// <param name="Length">Length, in UTF-16 units.</param>
/// <param name="Quote">The exact sentence.</param>
/// <param name="Translation">The sentence in the language of the answer; null where it is in that language or there is no translation.</param>
/// <param name="Translator">Who made the translation, or which chat model; null without one.</param>
/// <param name="IsMachineTranslation">Whether a machine made it.</param>
public sealed record AskCitation(
    int Position,
    string ArticleId,
    string ArticleVersion,
    string Title,
    string? Url,
    DateOnly? Published,
    DateOnly? Corrected,
    int Sentence,
    int Start,
    int Length,
    string Quote,
    string? Translation,
    string? Translator,
    bool IsMachineTranslation)
{
    /// <summary>Puts a citation into the form of the API.</summary>
    public static AskCitation Of(Citation citation, ArticleLinks links)
    {
        ArgumentNullException.ThrowIfNull(citation);
        ArgumentNullException.ThrowIfNull(links);
        return new AskCitation(
            citation.Position, citation.ArticleId, citation.ArticleVersion, citation.Title, links.To(citation), citation.Published,
            citation.Corrected, citation.Sentence, citation.Start, citation.Length, citation.Quote, citation.Translation, citation.Translator,
            citation.IsMachineTranslation);
    }
}

/// <summary>Writes the answers of the API. Letters stay letters; what HTML could read as markup is escaped.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(AskResponse))]
public sealed partial class AskJson : JsonSerializerContext
{
    /// <summary>The one way in which answers are written.</summary>
    public static AskJson Readable { get; } =
        new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
}
