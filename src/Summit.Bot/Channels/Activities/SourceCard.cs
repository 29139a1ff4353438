using System.Text.Json.Nodes;
using Summit.Bot.Answering;
using Summit.Bot.Channels.Rendering;
using Summit.Bot.Language;

namespace Summit.Bot.Channels.Activities;

/// <summary>The sentences behind an answer, in full, as an Adaptive Card. All data stands in text runs, where nothing is markup.</summary>
internal static class SourceCard
{
    /// <summary>Version of the schema that Teams, Web Chat and the Emulator all show.</summary>
    private const string Version = "1.4";

    /// <summary>Makes the card.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="links">Makes the links.</param>
    /// <param name="since">What became of the article of a citation since; null for nothing.</param>
    public static Attachment Of(Grounded answer, ArticleLinks links, Func<Citation, Phrases, string?>? since = null)
    {
        var phrases = Phrases.In(answer.Language);
        return new Attachment
        {
            ContentType = "application/vnd.microsoft.card.adaptive",
            Name = phrases.Sources,
            Content = BotSdk.Json(new JsonObject
            {
                ["type"] = "AdaptiveCard",
                ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
                ["version"] = Version,
                ["lang"] = answer.Language.Code(),
                ["body"] = new JsonArray([.. answer.Citations.Select(JsonNode (citation) => Source(citation, phrases, links.To(citation), since?.Invoke(citation, phrases)))]),
            }),
        };
    }

    private static JsonObject Source(Citation citation, Phrases phrases, string? url, string? since)
    {
        var items = new JsonArray
        {
            Line(Run($"[{citation.Position}] ", "weight", "Bolder"), Run(citation.Quote)),
        };
        if (citation is { Translation: { } translation, Translator: not null })
            items.Add(Line(Run($"{phrases.TranslationOf(citation)} {phrases.Quoted(translation)}", "italic", true)));
        items.Add(Line(Run($"{citation.Title}, {phrases.Days(citation.Published, citation.Corrected)}", "isSubtle", true)));
        if (since is not null)
            items.Add(Line(Run(since, "weight", "Bolder")));
        if (url is not null)
        {
            items.Add(new JsonObject
            {
                ["type"] = "ActionSet",
                ["actions"] = new JsonArray { new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = phrases.OpenArticle, ["url"] = url } },
            });
        }

        return new JsonObject { ["type"] = "Container", ["separator"] = citation.Position > 1, ["items"] = items };
    }

    private static JsonObject Line(params JsonNode[] runs) => new() { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray(runs) };

    private static JsonObject Run(string text, string? property = null, JsonNode? value = null)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = PlainText.OneLine(text) + (text.EndsWith(' ') ? " " : "") };
        if (property is not null)
            run[property] = value;
        return run;
    }
}
