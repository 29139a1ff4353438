using System.Text;
using System.Text.Json.Nodes;
using Summit.Bot.Answering;
using Summit.Bot.Channels.Rendering;
using Summit.Bot.Language;
using Examples = System.Func<Summit.Bot.Language.TextLanguage, System.Collections.Generic.IReadOnlyList<string>>;

namespace Summit.Bot.Channels.Activities;

/// <summary>
/// An answer as a message of a channel. Teams turns <c>[1]</c> into a chip by the citation entity; Web Chat, Direct Line and the
/// Emulator need a markdown link definition for each number as well; every other channel gets plain text with the addresses.
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
        var style = ChannelStyle.Of(channel);
        var text = new StringBuilder(new AnswerText(style.Markup, examples).Render(answer));
        var citations = answer is Grounded grounded ? grounded.Citations.ToList() : [];
        if (style.HasLinkDefinitions)
            AppendDefinitions(text, citations, links);
        else if (!style.HasMarkdown)
            AppendAddresses(text, citations, links);
        var activity = Message(text.ToString(), style);
        activity.Locale = Phrases.In(answer.Language).Locale;
        var mayBeVotedOn = answer is not SmallTalk;
        if ((citations.Count > 0 && style.HasMarkdown) || (mayBeVotedOn && style.HasVoteActions))
            activity.Entities = [CitationEntity.Of(citations, links, style.HasFullTextInClaims, mayBeVotedOn && style.HasVoteActions ? answer.Id : null, answer is Grounded { IsWritten: true })];
        if (style.HasFeedbackLoop && mayBeVotedOn)
            activity.ChannelData = BotSdk.Json(new JsonObject { ["feedbackLoop"] = new JsonObject { ["type"] = "default" } });
        return activity;
    }

    /// <summary>A message of the bot's own words, without markup.</summary>
    public static Activity Plain(string text, TextLanguage language)
    {
        var activity = MessageFactory.Text(text);
        activity.TextFormat = TextFormatTypes.Plain;
        activity.Locale = Phrases.In(language).Locale;
        return activity;
    }

    /// <summary>A message in the text format of a client.</summary>
    public static Activity Message(string text, ChannelStyle style)
    {
        var activity = MessageFactory.Text(text);
        activity.TextFormat = style.HasMarkdown ? TextFormatTypes.Markdown : TextFormatTypes.Plain;
        return activity;
    }

    private static void AppendAddresses(StringBuilder text, List<Citation> citations, ArticleLinks links)
    {
        foreach (var citation in citations)
        {
            if (links.To(citation) is { } url)
                text.Append('\n').Append('[').Append(citation.Position).Append("] ").Append(url);
        }
    }

    private static void AppendDefinitions(StringBuilder text, List<Citation> citations, ArticleLinks links)
    {
        if (citations.Count > 0)
            text.Append('\n');
        foreach (var citation in citations)
        {
            var title = PlainText.OneLine(citation.Title).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
            text.Append('\n').Append('[').Append(citation.Position).Append("]: ").Append(links.To(citation) ?? $"cite:{citation.Position}")
                .Append(" \"").Append(title).Append('"');
        }
    }
}
