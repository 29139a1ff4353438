using System.Globalization;
using Summit.Bot.Conversations;
using Summit.Bot.Language;

namespace Summit.Bot.Channels.Rendering;

/// <summary>What the bot says in English.</summary>
internal sealed class EnglishPhrases : Phrases
{
    /// <inheritdoc/>
    public override string Locale => "en-US";

    /// <inheritdoc/>
    public override string Source => "Source:";

    /// <inheritdoc/>
    public override string Sources => "Sources:";

    /// <inheritdoc/>
    public override string NoTranslation => "There is no English translation of this sentence.";

    /// <inheritdoc/>
    public override string NothingMore => "The articles I have say no more about it.";

    /// <inheritdoc/>
    public override string NotFound => "The articles I have do not answer this question.";

    /// <inheritdoc/>
    public override string Closest => "Closest sentence, which does not answer the question:";

    /// <inheritdoc/>
    public override string ThirdLanguage => "I only understand French and English. Could you ask your question in one of these two languages?";

    /// <inheritdoc/>
    public override string ArticlesTitle => "Articles";

    public override string AllArticles => "All articles";

    public override string AskAQuestion => "Ask a question";

    public override string ShowTranslation => "Show the translation";

    public override string HideTranslation => "Hide the translation";

    public override string PreviousPage => "Previous page";

    public override string NextPage => "Next page";

    public override string WrittenByModel => "Written by AI; the quotations are exact.";

    public override string WithoutModel => "The language model does not answer at the moment; this is the answer found without it.";

    public override string AskInThis => "You can ask in English, too.";

    public override string Examples => "For example:";

    /// <inheritdoc/>
    public override string TooLong => "Your message is too long for me: please ask your question in 2,000 characters at most.";

    /// <inheritdoc/>
    public override string Failure => "Sorry, something went wrong and I could not answer. Please ask your question again.";

    /// <inheritdoc/>
    public override string Searching => "Looking through the articles…";

    /// <inheritdoc/>
    public override string Loading => "I am still loading the articles. Please ask your question again in a few seconds.";

    /// <inheritdoc/>
    public override string TooMany => "You are asking too many questions at once for me. Please wait a minute before the next one.";

    /// <inheritdoc/>
    public override string TookTooLong => "Sorry, looking for the answer took too long. Please ask your question again, shorter if you can.";

    /// <inheritdoc/>
    public override string NoStore => "Sorry, I cannot reach the index of the articles at the moment. Please ask your question again in a little while.";

    /// <inheritdoc/>
    public override string OpenArticle => "Open the article at this sentence";

    /// <inheritdoc/>
    public override string Forgotten => "Forgotten: the language you chose, my last answers and your comments on them.";

    /// <inheritdoc/>
    public override string Articles => "The articles I have:";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Does)> Commands =>
        [
            ("help", "what I can do"), ("language", "choose the language of the answers: language French, language English, language auto"),
            ("sources", "the sentences behind my last answer"), ("forget", "forget our conversation"),
        ];

    /// <inheritdoc/>
    public override string ArticleChanged => "This article has changed since it was cited. The cited sentence is marked where it stands, or stood.";

    /// <inheritdoc/>
    public override string CitedVersionUnknown => "This article has changed since it was cited: the marked sentence may not be the one that was cited.";

    public override string ArticleRetracted => "The publisher has withdrawn this article. It is shown to those who were given a sentence of it, and is not cited any more.";

    public override string Retracted => "withdrawn by the publisher";

    public override string SinceRetracted => "since withdrawn by the publisher";

    public override string SinceCorrected => "since corrected by the publisher";

    public override string OriginalArticle => "Original article";

    /// <inheritdoc/>
    public override string SentenceGone => "The cited sentence is no longer in the article. It read:";

    /// <inheritdoc/>
    public override string SmallTalk(QuestionKind kind) => kind switch
    {
        QuestionKind.Greeting => "Hello! Ask me a question about the articles I have: I answer with the exact sentences that prove it.",
        QuestionKind.Thanks => "You’re welcome! If you have another question, I’m here.",
        QuestionKind.Acknowledgement => "All right. If you have another question, I’m here.",
        QuestionKind.Farewell => "Goodbye, and see you soon!",
        QuestionKind.Identity => "I’m Summit.Bot, a program that answers questions by quoting articles word for word. When the articles do not answer, I say so.",
        QuestionKind.Wellbeing => "Very well, thank you! And you? What would you like to know?",
        QuestionKind.NoWords => "Ask me a question in your own words: I look for the answer in the articles and quote the sentence that gives it.",
        _ => "I answer questions about the articles I have, in English or French, and each time I quote the exact sentence and its source. When the articles do not answer, I say so.",
    };

    /// <inheritdoc/>
    public override string Quoted(string text) => $"“{text}”";

    /// <inheritdoc/>
    public override string Understood(string question) => $"Understood as: {question}";

    public override string WrittenIn(TextLanguage language) => language == TextLanguage.French ? "in French" : "in English";

    public override string TranslationBy(string translator) => $"Translation by {translator}:";

    public override string MachineTranslationBy(string model) => $"Machine translation ({model}):";

    /// <inheritdoc/>
    public override string LookedFor(string words) => $"I looked for: {words}.";

    /// <inheritdoc/>
    public override string LanguageIs(TextLanguage? chosen) => chosen switch
    {
        TextLanguage.French => "I answer in French from now on. To go by your questions again: language auto.",
        TextLanguage.English => "I answer in English from now on. To go by your questions again: language auto.",
        _ => "I answer in the language of your questions. To choose one: language French, or language English.",
    };

    /// <inheritdoc/>
    public override string AndMore(int count) => $"… and {count} more.";

    /// <inheritdoc/>
    public override string Day(DateOnly? day) => day?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) ?? "undated";

    public override string Corrected(DateOnly day) => $"corrected {Day(day)}";

    public override string ArticleCorrected(DateOnly day) => $"The publisher corrected this article on {Day(day)}.";

    public override string WrittenBy(string author) => $"By {author}";
}
