using System.Text.Json.Nodes;
using Summit.Bot.Answering;
using Summit.Bot.Channels.Feedback;
using Summit.Bot.Channels.Rendering;
using Summit.Bot.Language;

namespace Summit.Bot.Channels.Activities;

/// <summary>
/// The schema.org Message entity that carries citations. Teams refuses a message that breaks its limits: at most 10 claims, a
/// name of at most 80 characters, an abstract of 1 to 160. Web Chat wants <c>@id</c>, <c>@type</c> and the https context to be there.
/// </summary>
internal static class CitationEntity
{
    private const int MostClaims = 10, LongestName = 80, LongestAbstract = 160;

    /// <summary>Makes the entity.</summary>
    /// <param name="citations">By position.</param>
    /// <param name="links">Makes the links; a claim without an address has none.</param>
    /// <param name="withFullText">Whether a claim holds the whole sentence: for Web Chat, which shows it in a dialog. Teams refuses it.</param>
    /// <param name="votedOn">Id of the answer that buttons vote on, for Web Chat; null for no buttons.</param>
    /// <param name="isWritten">Whether a model wrote the text, which the entity then says.</param>
    public static Entity Of(IReadOnlyCollection<Citation> citations, ArticleLinks links, bool withFullText, string? votedOn, bool isWritten)
    {
        var message = new JsonObject { ["@type"] = "Message", ["@context"] = "https://schema.org", ["@id"] = "" };
        if (isWritten)
            message["additionalType"] = new JsonArray("AIGeneratedContent");
        if (citations.Count > 0)
            message["citation"] = new JsonArray([.. citations.Take(MostClaims).Select(JsonNode (citation) => Claim(citation, links.To(citation), withFullText))]);
        if (votedOn is not null)
            message["potentialAction"] = WebChatVote.Actions(votedOn);
        return new Entity("https://schema.org/Message") { Properties = BotSdk.Json(message) };
    }

    /// <summary>At most <paramref name="longest"/> UTF-16 units of one line of text, cut between words where it can be, with an ellipsis.</summary>
    internal static string Shorten(string text, int longest)
    {
        var line = PlainText.OneLine(text);
        if (line.Length <= longest)
            return line;
        var end = longest - 1;
        var space = line.LastIndexOf(' ', end);
        if (space > longest / 2)
            end = space;
        else if (char.IsHighSurrogate(line[end - 1]))
            end--;
        return line[..end].TrimEnd(' ', ',', ';', ':', '\u00A0') + "…";
    }

    private static JsonObject Claim(Citation citation, string? url, bool withFullText)
    {
        var appearance = new JsonObject
        {
            ["@type"] = "DigitalDocument",
            ["name"] = Shorten(citation.Title, LongestName),
            ["abstract"] = Shorten(citation.Quote, LongestAbstract),
        };
        if (url is not null)
            appearance["url"] = url;
        if (withFullText)
            appearance["text"] = Markup.WebChat.Text(citation.Quote);
        return new JsonObject { ["@type"] = "Claim", ["position"] = citation.Position, ["appearance"] = appearance };
    }
}
