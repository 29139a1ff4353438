using Summit.Bot.Corpus;
using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>Makes passages of an article's sentences.</summary>
internal static class PassageFactory
{
    /// <summary>The passage of <paramref name="count"/> sentences from number <paramref name="first"/> on.</summary>
    public static Passage Make(Article article, int first, int count, ReadOnlyMemory<float> vector)
    {
        var from = article.Sentences[first - 1];
        var to = article.Sentences[first + count - 2];
        return new Passage
        {
            Id = $"{article.Id}@{article.Version}#{first:D5}",
            ArticleId = article.Id,
            ArticleVersion = article.Version,
            Title = article.Title,
            Link = $"/articles/{article.Id}?v={article.Version}#s{first}",
            Language = article.Language.Code(),
            Published = article.Published,
            Text = article.Text[from.Start..(to.Start + to.Length)],
            FirstSentence = first,
            SentenceCount = count,
            Start = from.Start,
            Vector = vector,
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
