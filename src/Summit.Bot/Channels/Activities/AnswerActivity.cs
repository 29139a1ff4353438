using System.Text;
using Summit.Bot.Answering;
using Summit.Bot.Channels.Rendering;
using Summit.Bot.Language;
using Examples = System.Func<Summit.Bot.Language.TextLanguage, System.Collections.Generic.IReadOnlyList<string>>;

namespace Summit.Bot.Channels.Activities;

/// <summary>
/// An answer as a message of a channel. Teams turns <c>[1]</c> into a chip by the citation entity; Web Chat, Direct Line and the
/// Emulator need a markdown link definition for each number as well; every other channel gets plain text.
/// </summary>
internal static class AnswerActivity
{
    /// <summary>Makes the message.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="channel">Id of the channel, as activities name it.</param>
    /// <param name="examples">Gives example questions.</param>
    /// <param name="links">Makes the links of the citations.</param>
    public static IMessageActivity Of(Answer answer, string? channel, Examples examples, ArticleLinks links)
    {
        var text = new StringBuilder(TextFor(channel, examples).Render(answer));
        var citations = answer is Grounded grounded ? grounded.Citations.ToList() : [];
        if (IsWebChat(channel))
            AppendDefinitions(text, citations, links);
        var activity = Message(text.ToString(), channel);
        activity.Locale = Phrases.In(answer.Language).Locale;
        if (citations.Count > 0 && HasMarkdown(channel))
            activity.Entities = [CitationEntity.Of(citations, links, withFullText: IsWebChat(channel))];
        return activity;
    }

    /// <summary>A message in the text format of the channel.</summary>
    public static Activity Message(string text, string? channel)
    {
        var activity = MessageFactory.Text(text);
        activity.TextFormat = HasMarkdown(channel) ? TextFormatTypes.Markdown : TextFormatTypes.Plain;
        return activity;
    }

    /// <summary>The renderer for a channel.</summary>
    public static AnswerText TextFor(string? channel, Examples examples) => new(
        channel == ChannelIds.Msteams ? Markup.Teams : IsWebChat(channel) ? Markup.WebChat : Markup.Plain, examples);

    private static bool HasMarkdown(string? channel) => channel == ChannelIds.Msteams || IsWebChat(channel);

    private static bool IsWebChat(string? channel) => channel == ChannelIds.Webchat || channel == ChannelIds.Directline || channel == ChannelIds.Emulator;

    private static void AppendDefinitions(StringBuilder text, List<Citation> citations, ArticleLinks links)
    {
        text.Append('\n');
        foreach (var citation in citations)
        {
            var title = PlainText.OneLine(citation.Title).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
            text.Append('\n').Append('[').Append(citation.Position).Append("]: ").Append(links.To(citation) ?? $"cite:{citation.Position}")
                .Append(" \"").Append(title).Append('"');
        }
    }
}
