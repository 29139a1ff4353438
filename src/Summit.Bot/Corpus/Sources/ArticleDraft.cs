using Summit.Bot.Language;

namespace Summit.Bot.Corpus.Sources;

/// <summary>What a file says of an article, before it is one.</summary>
internal sealed record ArticleDraft(SourceRef File, string? Title, string Text)
{
    /// <summary>So much of a text tells its language.</summary>
    private const int MostDetected = 20_000;

    public string? Id { get; init; }

    /// <summary>A language tag as it is written.</summary>
    public string? Language { get; init; }

    public DateOnly? Published { get; init; }

    public DateOnly? Corrected { get; init; }

    public string? Source { get; init; }

    public string? License { get; init; }

    public string? Author { get; init; }

    public string? Url { get; init; }

    public bool IsRetracted { get; init; }

    /// <summary>The line to point to; 0 for the whole file.</summary>
    public int Line { get; init; }

    /// <summary>Stands for the path where several articles have one.</summary>
    public string? PlaceName { get; init; }

    /// <summary>How to state the language, as the message for an article whose language cannot be told says it.</summary>
    public required string HowToState { get; init; }

    /// <exception cref="RefusedException">It has no title or no text, or is in another language.</exception>
    public Article ToArticle()
    {
        var title = SourceText.OneLine(Title ?? "");
        if (title.Length == 0)
            throw new RefusedException(Line, "there is no title. Add one.");
        var sentences = SentenceSplitter.Split(Text);
        if (sentences.Count == 0)
            throw new RefusedException(Line, "there is no text. Add the text of the article, or remove it.");
        var article = new Article(
            SourceId.Of(Id, Url, PlaceName ?? File.RelativePath), Version: "", title, KnownLanguage(), Published,
            Words(Source), Words(License), Text, sentences, Translation: null)
        {
            Author = Words(Author),
            Url = ArticleUrl.Parse(Url),
            Corrected = Corrected,
            IsRetracted = IsRetracted,
        };
        return article with { Version = ArticleVersion.Of(article) };
    }

    private static string? Words(string? value) => SourceText.OneLine(value ?? "") is { Length: > 0 } words ? words : null;

    private TextLanguage KnownLanguage()
    {
        if (Words(Language) is { } tag && tag.ToUpperInvariant() is not ("UND" or "MUL" or "X-DEFAULT" or "ZXX"))
        {
            return TextLanguages.Parse(tag) ?? TextLanguages.Parse(TwoLetters(tag))
                ?? throw new RefusedException(Line, $"language '{tag}' is not read here, only French (fr) and English (en). {HowToState} if it is one of these.");
        }

        var detected = Linguistics.Shared.Detector.Detect(Text[..Math.Min(Text.Length, MostDetected)]);
        var reason = detected.IsThirdLanguage ? "the text seems to be in neither French nor English" : "the language of the text cannot be told";
        return detected.Language ?? throw new RefusedException(Line, $"{reason}. {HowToState}.");
    }

    /// <summary>The codes of three letters, and the names, that stand in for a tag at times.</summary>
    private static string? TwoLetters(string tag) => tag.ToUpperInvariant() switch
    {
        "FRA" or "FRE" or "FRENCH" or "FRANÇAIS" or "FRANCAIS" => "fr",
        "ENG" or "ENGLISH" or "ANGLAIS" => "en",
        _ => null,
    };
}
