using Summit.Bot.Language;

namespace Summit.Bot.Conversations;

/// <summary>Reads a message: what it wants, and in which language.</summary>
public sealed class QuestionReader
{
    private readonly LanguageDetector _detector;
    private readonly Shorthand _shorthand;

    /// <summary>Makes a reader.</summary>
    public QuestionReader(Linguistics linguistics)
    {
        ArgumentNullException.ThrowIfNull(linguistics);
        _detector = linguistics.Detector;
        _shorthand = linguistics.Shorthand;
    }

    /// <summary>Reads a message.</summary>
    /// <param name="text">What the user wrote.</param>
    /// <param name="asked">The language that the caller asked for; null to go by the text.</param>
    /// <param name="fallback">The language when the text does not tell: that of the conversation so far.</param>
    /// <param name="conversationId">Id of the conversation.</param>
    public Question Read(string text, TextLanguage? asked, TextLanguage fallback, string conversationId)
    {
        var words = QuestionText.Clean(text);
        if (!QuestionText.HasWords(words))
            return new Question(words, asked ?? fallback, QuestionKind.NoWords, conversationId);
        words = _shorthand.Expand(words, asked ?? _detector.Detect(words).Language);
        var detected = _detector.Detect(words);
        var language = asked ?? (SmallTalkClassifier.IsOfBothLanguages(words) ? null : detected.Language) ?? fallback;
        var kind = SmallTalkClassifier.Classify(words);
        if (kind == QuestionKind.Articles && detected.IsThirdLanguage && asked is null)
            kind = QuestionKind.ThirdLanguage;
        return new Question(kind == QuestionKind.Articles ? SmallTalkClassifier.WithoutInterjections(words) : words, language, kind, conversationId);
    }
}
