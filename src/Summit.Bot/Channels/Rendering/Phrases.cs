using Summit.Bot.Answering;
using Summit.Bot.Conversations;
using Summit.Bot.Language;

namespace Summit.Bot.Channels.Rendering;

/// <summary>What the bot says in its own words, in one language. Nothing here holds markup.</summary>
public abstract class Phrases
{
    private static readonly Phrases French = new FrenchPhrases(), English = new EnglishPhrases();

    /// <summary>Locale of an answer, a BCP 47 tag.</summary>
    public abstract string Locale { get; }

    /// <summary>Before the name of one source.</summary>
    public abstract string Source { get; }

    /// <summary>Before the names of several sources.</summary>
    public abstract string Sources { get; }

    /// <summary>Instead of a translation that is missing.</summary>
    public abstract string NoTranslation { get; }

    /// <summary>The articles do not answer.</summary>
    public abstract string NotFound { get; }

    /// <summary>Beyond what was told the articles have nothing.</summary>
    public abstract string NothingMore { get; }

    /// <summary>Before the closest sentence.</summary>
    public abstract string Closest { get; }

    /// <summary>The question is in a language that the bot does not speak.</summary>
    public abstract string ThirdLanguage { get; }

    /// <summary>Under an answer that a chat model wrote.</summary>
    public abstract string WrittenByModel { get; }

    /// <summary>Above an answer that a chat model was to write, and did not.</summary>
    public abstract string WithoutModel { get; }

    /// <summary>That questions may be asked in this language, too.</summary>
    public abstract string AskInThis { get; }

    /// <summary>Before example questions.</summary>
    public abstract string Examples { get; }

    /// <summary>The question is longer than the bot reads.</summary>
    public abstract string TooLong { get; }

    /// <summary>Something failed.</summary>
    public abstract string Failure { get; }

    /// <summary>An answer is being looked for.</summary>
    public abstract string Searching { get; }

    /// <summary>The articles are not loaded yet.</summary>
    public abstract string Loading { get; }

    /// <summary>The conversation asks more than it may.</summary>
    public abstract string TooMany { get; }

    /// <summary>The answer took longer than it may.</summary>
    public abstract string TookTooLong { get; }

    /// <summary>The articles cannot be read.</summary>
    public abstract string NoStore { get; }

    /// <summary>An article was edited since it was cited, and what was cited is known.</summary>
    public abstract string ArticleChanged { get; }

    /// <summary>An article was edited since it was cited, and what was cited is not known.</summary>
    public abstract string CitedVersionUnknown { get; }

    /// <summary>At the top of an article that its publisher withdrew.</summary>
    public abstract string ArticleRetracted { get; }

    /// <summary>Beside the title of an article that its publisher withdrew.</summary>
    public abstract string Retracted { get; }

    /// <summary>Beside an article that was withdrawn after it was cited.</summary>
    public abstract string SinceRetracted { get; }

    /// <summary>Beside an article that was corrected after it was cited.</summary>
    public abstract string SinceCorrected { get; }

    /// <summary>The link to an article where its publisher shows it.</summary>
    public abstract string OriginalArticle { get; }

    /// <summary>Before a sentence that was cited and is no longer in the article.</summary>
    public abstract string SentenceGone { get; }

    /// <summary>On the button that opens the article at a sentence.</summary>
    public abstract string OpenArticle { get; }

    /// <summary>What <c>forget</c> did.</summary>
    public abstract string Forgotten { get; }

    /// <summary>Before the list of articles.</summary>
    public abstract string Articles { get; }

    /// <summary>The heading of the list of articles.</summary>
    public abstract string ArticlesTitle { get; }

    /// <summary>The link to the list of articles.</summary>
    public abstract string AllArticles { get; }

    /// <summary>The link to the chat.</summary>
    public abstract string AskAQuestion { get; }

    /// <summary>The link that puts the translation beside an article.</summary>
    public abstract string ShowTranslation { get; }

    /// <summary>The link that takes it away.</summary>
    public abstract string HideTranslation { get; }

    /// <summary>The link to newer articles.</summary>
    public abstract string PreviousPage { get; }

    /// <summary>The link to older articles.</summary>
    public abstract string NextPage { get; }

    /// <summary>The commands, each with what it does.</summary>
    public abstract IReadOnlyList<(string Name, string Does)> Commands { get; }

    /// <summary>The phrases of a language.</summary>
    public static Phrases In(TextLanguage language) => language == TextLanguage.French ? French : English;

    /// <summary>A reply to small talk.</summary>
    public abstract string SmallTalk(QuestionKind kind);

    /// <summary>A text in the quotation marks of the language.</summary>
    public abstract string Quoted(string text);

    /// <summary>Above the answer to a question that the last one completed.</summary>
    public abstract string Understood(string question);

    /// <summary>The language that an article is written in.</summary>
    public abstract string WrittenIn(TextLanguage language);

    /// <summary>Before a translation.</summary>
    public abstract string TranslationBy(string translator);

    /// <summary>Before a translation that a machine made.</summary>
    public abstract string MachineTranslationBy(string model);

    /// <summary>Before the translation of a citation; null where it has none.</summary>
    public string? TranslationOf(Citation citation) =>
        citation?.Translator is not { } translator ? null : citation.IsMachineTranslation ? MachineTranslationBy(translator) : TranslationBy(translator);

    /// <summary>What the search went by.</summary>
    public abstract string LookedFor(string words);

    /// <summary>Which language the bot answers in, and how to choose.</summary>
    /// <param name="chosen">The language that was chosen; null while the bot goes by the questions.</param>
    public abstract string LanguageIs(TextLanguage? chosen);

    /// <summary>How many more articles there are than those that are listed.</summary>
    public abstract string AndMore(int count);

    /// <summary>A day in words, or that none is stated.</summary>
    public abstract string Day(DateOnly? day);

    /// <summary>When an article was published and, where it was, corrected.</summary>
    public string Days(DateOnly? published, DateOnly? corrected) => corrected is { } day ? $"{Day(published)}, {Corrected(day)}" : Day(published);

    /// <summary>The day of a correction, behind that of publication.</summary>
    public abstract string Corrected(DateOnly day);

    /// <summary>When the publisher corrected an article that was cited in an earlier version.</summary>
    public abstract string ArticleCorrected(DateOnly day);

    /// <summary>Who wrote an article.</summary>
    public abstract string WrittenBy(string author);
}
