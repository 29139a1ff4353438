using Summit.Bot.Corpus;
using Summit.Bot.Embeddings;
using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>Makes passages of an article's sentences.</summary>
internal static class PassageFactory
{
    /// <summary>Gives an article its passages, with vectors made of the terms that were read in it.</summary>
    public static IndexedArticle WithPassages(IndexedArticle article, ITermEmbedder embedder)
    {
        var spans = Cut(article);
        return WithPassages(article, spans, [.. spans.Select(span => embedder.Embed(TermsOf(article, span)))], 0);
    }

    /// <summary>Gives articles their passages, whose texts are embedded together.</summary>
    /// <exception cref="EmbeddingException">The vectors could not be made.</exception>
    /// <exception cref="OperationCanceledException">Nobody waits for them any more.</exception>
    public static List<IndexedArticle> WithPassages(List<IndexedArticle> articles, IEmbedder embedder, CancellationToken cancellationToken)
    {
        var spans = articles.ConvertAll(Cut);
        var vectors = embedder.EmbedPassages(
            [.. articles.Zip(spans, (article, cut) => cut.Select(span => TextToEmbed(article.Article, span.FirstSentence, span.SentenceCount))).SelectMany(texts => texts)],
            cancellationToken);
        var next = 0;
        for (var i = 0; i < articles.Count; next += spans[i++].Count)
            WithPassages(articles[i], spans[i], vectors, next);
        return articles;
    }

    /// <summary>The passage of <paramref name="count"/> sentences from number <paramref name="first"/> on, with a vector as the embedder makes it.</summary>
    public static Passage Make(Article article, int first, int count, float[] vector) => Make(article, first, count, BrainFloats.Round(vector), default);

    /// <summary>The same, with vector and words as a store keeps them.</summary>
    public static Passage Make(Article article, int first, int count, ReadOnlyMemory<ushort> rounded, PassageWords words)
    {
        var from = article.Sentences[first - 1];
        var to = article.Sentences[first + count - 2];
        return new Passage
        {
            Id = $"{article.Id}@{article.Version}#{first:D5}",
            ArticleId = article.Id,
            ArticleVersion = article.Version,
            Title = article.Title,
            Language = article.Language.Code(),
            Published = article.Published,
            FirstSentence = first,
            SentenceCount = count,
            Start = from.Start,
            Length = to.Start + to.Length - from.Start,
            Rounded = rounded,
            Words = words,
            ArticleText = article.Text,
        };
    }

    /// <summary>What is embedded: the passage, and its translation where there is one, so that both languages find it.</summary>
    public static string TextToEmbed(Article article, int first, int count)
    {
        var from = article.Sentences[first - 1];
        var to = article.Sentences[first + count - 2];
        var text = article.Text[from.Start..(to.Start + to.Length)];
        return article.Translation is { } t ? $"{text}\n{string.Join(' ', t.Sentences.Skip(first - 1).Take(count))}" : text;
    }

    private static IReadOnlyList<PassageSpan> Cut(IndexedArticle article) => article.Article.IsRetracted ? [] : PassageCutter.Cut(article.Article);

    private static IReadOnlyList<Term>[] TermsOf(IndexedArticle article, PassageSpan span) =>
        [.. article.SentencesOf(span.FirstSentence, span.SentenceCount).SelectMany(sentence => sentence.Wordings).Select(wording => wording.Terms)];

    private static IndexedArticle WithPassages(IndexedArticle article, IReadOnlyList<PassageSpan> spans, IReadOnlyList<float[]> vectors, int first) => ArticleAnalyzer.WithWords(
        article, [.. spans.Select((span, i) => Make(article.Article, span.FirstSentence, span.SentenceCount, vectors[first + i]))]);
}
