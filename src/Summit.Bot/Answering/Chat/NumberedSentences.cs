using System.Globalization;
using System.Text;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Answering.Chat;

/// <summary>The sentences that the model is given, numbered from 1 once, before the prompt: what it cites is one of these numbers and nothing else.</summary>
internal sealed class NumberedSentences
{
    private const int MostRanked = 12, MostSentences = 30;

    private readonly List<(IndexedArticle Article, SentenceProfile Sentence)> _sentences;

    private NumberedSentences(List<(IndexedArticle Article, SentenceProfile Sentence)> sentences) => _sentences = sentences;

    /// <summary>How many there are.</summary>
    public int Count => _sentences.Count;

    /// <summary>The sentence behind a number; null where there is none.</summary>
    public (IndexedArticle Article, SentenceProfile Sentence)? this[int number] => number >= 1 && number <= _sentences.Count ? _sentences[number - 1] : null;

    /// <summary>The best of each clause, each with the sentences before and after it, which it may refer to, in reading order.</summary>
    public static NumberedSentences Of(IReadOnlyList<Evidence> clauses)
    {
        var ranked = clauses.SelectMany(clause => clause.Sentences.Select((sentence, rank) => (sentence, rank))).OrderBy(x => x.rank).Select(x => x.sentence)
            .DistinctBy(s => (s.Article.Article.Id, s.Sentence.Number)).Take(MostRanked).ToList();
        var chosen = ranked.Select(s => (s.Article, s.Sentence))
            .Concat(ranked.SelectMany(s => new[] { s.Sentence.Number - 1, s.Sentence.Number + 1 }
                .Where(number => number >= 1 && number <= s.Article.Sentences.Count)
                .Select(number => (s.Article, Sentence: s.Article.Sentences[number - 1]))))
            .DistinctBy(s => (s.Article.Article.Id, s.Sentence.Number)).Take(MostSentences);
        return new NumberedSentences([.. chosen.OrderBy(s => s.Article.Article.Id, StringComparer.Ordinal).ThenBy(s => s.Sentence.Number)]);
    }

    /// <summary>One line a sentence, under the title and the day of its article.</summary>
    public string Render()
    {
        var text = new StringBuilder();
        for (var i = 0; i < _sentences.Count; i++)
        {
            var (article, sentence) = _sentences[i];
            if (i == 0 || _sentences[i - 1].Article != article)
                text.Append(CultureInfo.InvariantCulture, $"Article of {article.Article.Published:yyyy-MM-dd}, \"{PlainText.OneLine(article.Article.Title)}\":\n");
            text.Append(CultureInfo.InvariantCulture, $"[{i + 1}] {PlainText.OneLine(sentence.Original.Text)}\n");
        }

        return text.ToString().TrimEnd();
    }
}
