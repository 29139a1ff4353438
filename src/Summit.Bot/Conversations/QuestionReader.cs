using System.Text.RegularExpressions;
using Summit.Bot.Language;

namespace Summit.Bot.Conversations;

/// <summary>Reads a message: what it wants, and in which language.</summary>
public sealed partial class QuestionReader
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
        words = Two().Replace(TheStates().Replace(words, "US"), match => match.Groups["les"].Success ? "deux" : "two");
        var detected = _detector.Detect(words);
        var language = asked ?? (SmallTalkClassifier.IsOfBothLanguages(words) ? null : detected.Language) ?? fallback;
        var kind = SmallTalkClassifier.Classify(words);
        if (kind == QuestionKind.Articles && detected.IsThirdLanguage && asked is null)
            kind = QuestionKind.ThirdLanguage;
        var plain = kind == QuestionKind.Articles ? SmallTalkClassifier.WithoutInterjections(words) : words;
        return new Question(plain, language, kind, conversationId) { HasInterjection = plain.Length < words.Length };
    }

    // "The us" is nobody's pronoun.
    [GeneratedRegex(@"(?<=\bthe\s)us\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex TheStates();

    // "Les 2 pays": no number is asked for.
    [GeneratedRegex(@"(?<=\b((?<les>les|ces|leurs|nos)|the|these|their|both)\s)2(?=\s\p{L})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Two();
}
