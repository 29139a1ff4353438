using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Retrieval;

/// <summary>The days on which the articles of an index were published, and which of them a question prefers.</summary>
internal sealed class PublicationDays
{
    private const int RecentShare = 10;

    /// <summary>Scores that differ by less, as a share of the best one, are about equal.</summary>
    private const double Margin = 0.15;

    private const double LeastOfSupport = 0.8;

    // In order; articles without a day are the oldest.
    private readonly Lazy<DateOnly[]> _days;

    public PublicationDays(PassageIndex index) =>
        _days = new Lazy<DateOnly[]>(() => [.. index.Articles.Values.Where(article => article.Passages.Count > 0).Select(article => article.Article.Published ?? DateOnly.MinValue).Order()]);

    /// <summary>What of a wish tells some of the articles from others; null where none of it does.</summary>
    public PublicationWish? Effective(PublicationWish wish)
    {
        if (_days.Value is not [var oldest, .., var newest] || oldest == newest)
            return null;
        var fitting = wish.HasWindow ? _days.Value.Count(day => wish.Fit(day) > 0) : 0;
        var narrows = fitting > 0 && fitting < _days.Value.Length;
        if (narrows)
            return wish;
        return wish.WantsNewest ? wish with { From = null, To = null, Days = [] } : null;
    }

    /// <summary>The articles among which to search besides; for the newest, those of the last tenth of all.</summary>
    public PassageFilter FilterOf(PublicationWish wish) => wish.HasWindow
        ? new PassageFilter { From = wish.From, To = wish.LastDay }
        : new PassageFilter { From = _days.Value[^(1 + (_days.Value.Length / RecentShare))] };

    /// <summary>What fits of <paramref name="found"/>, the best of it first; all of <paramref name="wide"/> where the best is something else.</summary>
    public static Evidence Choose(Evidence found, Evidence wide)
    {
        var wish = found.Question.Wish!;
        if (found.Question.AsksSummary)
            return found with { Wider = wide };
        var sentences = found.Sentences;
        if (wish.HasWindow)
        {
            if (sentences is not [var best, ..] || wish.Fit(best.Article.Article.Published) <= 0)
                return wide;
            var telling = sentences.Where(sentence => Tells(found.Question, sentence)).Select(sentence => sentence.Article).ToHashSet();
            sentences = [.. sentences.Where(sentence => telling.Contains(sentence.Article))];
        }

        return found with { Sentences = wish.WantsNewest ? NewestFirst(sentences) : sentences, Wider = wide };
    }

    // A sentence of another day's article may tell of the day that is asked about.
    private static bool Tells(QuestionAnalysis question, RankedSentence sentence)
    {
        if (question.Wish!.Fit(sentence.Article.Article.Published) > 0)
            return true;
        var days = Enumerable.Range(0, question.Terms.Count).Where(t => question.Terms[t].IsPublicationDay).ToList();
        return days.Count > 0 && days.TrueForAll(t => sentence.Matches[t] > 0);
    }

    private static IReadOnlyList<RankedSentence> NewestFirst(IReadOnlyList<RankedSentence> sentences)
    {
        if (sentences is not [var best, ..])
            return sentences;
        var least = best.Score - (Margin * Math.Abs(best.Score));
        var comparable = sentences.Where(sentence => sentence.Score >= least && sentence.Support >= LeastOfSupport * best.Support)
            .OrderByDescending(sentence => sentence.Article.Article.Published).ToList();
        return [.. comparable, .. sentences.Except(comparable)];
    }
}
