using Summit.Bot.Answering;
using Summit.Bot.Auditing;
using Summit.Bot.Channels.Feedback;
using Summit.Bot.Channels.Rendering;
using Summit.Bot.Conversations;
using Summit.Bot.Conversations.Store;
using Summit.Bot.Corpus;
using Summit.Bot.Language;

namespace Summit.Bot.Channels.Activities;

/// <summary>Does what a user commands, and says what was done.</summary>
public sealed class CommandReplies
{
    private const int ListedArticles = 10;

    private readonly IConversationStore _conversations;
    private readonly AnswerMemory _answers;
    private readonly FeedbackLog _feedback;
    private readonly AuditLog _audit;
    private readonly TimeProvider _time;

    /// <summary>Makes the replies.</summary>
    public CommandReplies(IConversationStore conversations, AnswerMemory answers, FeedbackLog feedback, AuditLog audit, TimeProvider time)
    {
        _conversations = conversations;
        _answers = answers;
        _feedback = feedback;
        _audit = audit;
        _time = time;
    }

    /// <summary>Carries out a command of a conversation.</summary>
    internal async Task<IActivity> ReplyAsync(UserCommand command, string channel, string conversation, Conversation? known, BotCore core, ArticleLinks links)
    {
        var phrases = Phrases.In(command.SpokenIn);
        var style = ChannelStyle.Of(channel);
        switch (command.Kind)
        {
            case CommandKind.Language:
                var chosen = command.NamesLanguage ? command.Language : known?.Chosen;
                if (command.NamesLanguage)
                {
                    var now = _time.GetUtcNow();
                    known ??= Conversation.Begin(command.SpokenIn, now);
                    await _conversations.SaveAsync(channel, conversation, known with { Chosen = chosen, LastLanguage = chosen ?? known.LastLanguage, LastSeen = now });
                }

                return AnswerActivity.Plain(phrases.LanguageIs(chosen), command.SpokenIn);
            case CommandKind.Sources:
                return Sources(command.SpokenIn, KeyOf(channel, conversation), style, core, links);
            case CommandKind.Forget:
                await ForgetAsync(channel, conversation);
                return AnswerActivity.Plain(phrases.Forgotten, command.SpokenIn);
            default:
                var help = new AnswerText(style.Markup, core.ExampleQuestions).Render(new SmallTalk(command.SpokenIn, QuestionKind.Help));
                return AnswerActivity.Message(
                    help + "\n\n" + string.Join('\n', phrases.Commands.Select(c => $"- {style.Markup.Bold(c.Name)} — {style.Markup.Text(c.Does)}")), style);
        }
    }

    /// <summary>Forgets what was said in a conversation, its language and its comments; the audit keeps neither the questions nor whose they were.</summary>
    /// <exception cref="IOException">Something could not be erased; the message says why.</exception>
    public async Task ForgetAsync(string channel, string conversation)
    {
        var key = Conversation.KeyOf(channel, conversation);
        _answers.Forget(KeyOf(channel, conversation));
        _feedback.Forget(key);
        await _conversations.ForgetAsync(channel, conversation);
        await _audit.ForgetAsync(key);
    }

    /// <summary>The key of a conversation among those of all channels.</summary>
    internal static string KeyOf(string? channel, string? conversation) => $"{channel}|{conversation}";

    private IActivity Sources(TextLanguage language, string key, ChannelStyle style, BotCore core, ArticleLinks links)
    {
        if (_answers.LastGrounded(key) is not { } answer)
            return AnswerActivity.Message(Articles(language, style, core), style);
        if (!style.HasCards)
            return AnswerActivity.Plain(string.Join("\n\n", answer.Citations.Select(Plain)), language);
        var activity = MessageFactory.Attachment(SourceCard.Of(answer, links, (citation, phrases) => Since(citation, Now(citation), phrases)));
        activity.Locale = Phrases.In(language).Locale;
        return activity;

        Article? Now(Citation citation) => core.Index.Articles.GetValueOrDefault(citation.ArticleId)?.Article;

        string Plain(Citation c)
        {
            var since = Since(c, Now(c), Phrases.In(language)) is { } became ? $" ({became})" : "";
            return $"[{c.Position}] {PlainText.OneLine(c.Quote)}{since}{(links.To(c) is { } url ? $"\n{url}" : "")}";
        }
    }

    /// <summary>What the publisher did to an article after it was cited; null for nothing.</summary>
    internal static string? Since(Citation citation, Article? article, Phrases phrases)
    {
        if (article is null || article.Version == citation.ArticleVersion)
            return null;
        if (article.IsRetracted)
            return phrases.SinceRetracted;
        return article.Corrected is { } day && day != citation.Corrected ? phrases.SinceCorrected : null;
    }

    private static string Articles(TextLanguage language, ChannelStyle style, BotCore core)
    {
        var phrases = Phrases.In(language);
        var articles = core.Index.Articles.Values.Select(a => a.Article).Where(a => !a.IsRetracted).OrderByDescending(a => a.Published).ThenBy(a => a.Id, StringComparer.Ordinal).ToList();
        var lines = articles.Take(ListedArticles).Select(a => $"- {style.Markup.Italic(style.Markup.Text(a.Title))}, {style.Markup.Text(phrases.Days(a.Published, a.Corrected))}");
        var more = articles.Count > ListedArticles ? $"\n\n{style.Markup.Text(phrases.AndMore(articles.Count - ListedArticles))}" : "";
        return $"{style.Markup.Text(phrases.Articles)}\n\n{string.Join('\n', lines)}{more}";
    }
}
