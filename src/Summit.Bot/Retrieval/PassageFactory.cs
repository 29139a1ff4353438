using Summit.Bot.Corpus;
using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>Makes passages of an article's sentences.</summary>
internal static class PassageFactory
{
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
}
