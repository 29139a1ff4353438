using Summit.Bot.Channels.Rendering;
using Summit.Bot.Conversations;
using Summit.Bot.Language;
using Examples = System.Func<Summit.Bot.Language.TextLanguage, System.Collections.Generic.IReadOnlyList<string>>;

namespace Summit.Bot.Channels.Activities;

/// <summary>
/// The greeting: in both languages where a client's locale says little of its user's, that of the locale first; on a page whose
/// language the user chose in that one, with a word in the other. In a personal chat the example questions are buttons.
/// </summary>
internal static class WelcomeActivity
{
    public static IActivity Of(IConversationUpdateActivity joined, TextLanguage first, Examples examples)
    {
        var style = ChannelStyle.Of(joined.ChannelId);
        var isPersonal = joined.Conversation?.IsGroup != true;
        // Teams shows a message with buttons without its markdown, and the examples need not be told twice.
        var activity = isPersonal && style.HasMarkdown
            ? AnswerActivity.Plain(style.HasUserLocale ? InOne(first) : new AnswerText(Markup.Plain, _ => []).Welcome(first), first)
            : AnswerActivity.Message(new AnswerText(style.Markup, examples).Welcome(first), style);
        var questions = examples(first).Concat(style.HasUserLocale ? [] : examples(first.Other())).ToList();
        if (isPersonal && style.HasMarkdown && questions.Count > 0)
            activity.SuggestedActions = new SuggestedActions(actions: [.. questions.Select(question => new CardAction(ActionTypes.ImBack, question, value: question))]);
        return activity;
    }

    private static string InOne(TextLanguage language) =>
        $"{Phrases.In(language).SmallTalk(QuestionKind.Greeting)}\n{Phrases.In(language.Other()).AskInThis}";
}
