using Summit.Bot.Corpus;

namespace Summit.Bot.Answering;

/// <summary>
/// A sentence of one version of an article, named by offset and length. The quotation is cut from the article, never taken
/// from elsewhere: <c>article.Text.Substring(Start, Length) == Quote</c>.
/// </summary>
public sealed record Citation
{
    private Citation()
    {
    }

    /// <summary>The number behind <c>[1]</c>, counted from 1 in the answer.</summary>
    public required int Position { get; init; }

    /// <summary>Id of the article.</summary>
    public required string ArticleId { get; init; }

    /// <summary>Content hash of the version that is quoted.</summary>
    public required string ArticleVersion { get; init; }

    /// <summary>Title of the article.</summary>
    public required string Title { get; init; }

    /// <summary>Day of publication; null when not stated.</summary>
    public required DateOnly? Published { get; init; }

    /// <summary>The day that the publisher corrected the version that is quoted; null when not stated.</summary>
    public DateOnly? Corrected { get; init; }

    /// <summary>Number of the sentence, counted from 1.</summary>
    public required int Sentence { get; init; }

    /// <summary>Offset in the article's text, in UTF-16 units.</summary>
    public required int Start { get; init; }

    /// <summary>Length in UTF-16 units.</summary>
    public required int Length { get; init; }

    /// <summary>The exact sentence.</summary>
    public required string Quote { get; init; }

    /// <summary>The sentence in the language of the answer, where that differs from the article's and there is a translation.</summary>
    public required string? Translation { get; init; }

    /// <summary>Who made the translation; null without one.</summary>
    public required string? Translator { get; init; }

    /// <summary>Whether a machine made the translation; <see cref="Translator"/> is its name then.</summary>
    public bool IsMachineTranslation { get; init; }

    /// <summary>Whether the article is in another language than the answer.</summary>
    public required bool IsForeign { get; init; }

    /// <summary>Cites sentence <paramref name="number"/> of the stored article.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The article has no such sentence.</exception>
    public static Citation Of(Article article, int number, int position, Language.TextLanguage answerLanguage)
    {
        var quote = article.SentenceText(number);
        var place = article.Sentences[number - 1];
        var foreign = article.Language != answerLanguage;
        var translation = foreign && article.Translation is { } t && t.Language == answerLanguage ? t : null;
        return new Citation
        {
            Position = position, ArticleId = article.Id, ArticleVersion = article.Version, Title = article.Title, Published = article.Published, Corrected = article.Corrected,
            Sentence = number, Start = place.Start, Length = place.Length, Quote = quote,
            Translation = translation?.Sentences[number - 1], Translator = translation?.Translator, IsForeign = foreign,
        };
    }

    /// <summary>Whether the quotation stands at its place in <paramref name="text"/>, the stored text of the version that is cited.</summary>
    /// <param name="text">The text; null when that version is not stored.</param>
    public bool IsExactIn(string? text) =>
        text is not null && Start >= 0 && Length == Quote.Length && Start + Length <= text.Length && text.AsSpan(Start, Length).SequenceEqual(Quote);
}
