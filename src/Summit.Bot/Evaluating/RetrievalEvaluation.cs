using Summit.Bot.Answering;
using Summit.Bot.Conversations;
using Summit.Bot.Corpus;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Evaluating;

/// <summary>Searches sets of questions that others wrote, and scores what is found. Deterministic.</summary>
public static class RetrievalEvaluation
{
    private static readonly BuiltinComposer Composer = new();

    /// <summary>
    /// Asks every question of a set on all its passages, and once more with half of the articles removed. An article is all passages of a
    /// title; the titles are taken by turns, in the order in which they first appear: one stays, the next is removed with all its passages.
    /// </summary>
    /// <param name="set">The set.</param>
    /// <param name="index">Makes the retriever over articles.</param>
    /// <param name="confidence">How sure it is that what was found on the clauses of a question answers it: higher is surer. Whether an article was removed is told by this.</param>
    public static RetrievalResult Run(RetrievalSet set, Func<IReadOnlyList<Article>, Retriever> index, Func<IReadOnlyList<Evidence>, double> confidence)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(confidence);
        var all = index(set.Articles);
        var asked = set.Questions.Where(question => question.IsAnswerable).ToList();
        var ranks = asked.AsParallel().AsOrdered().Select(question => Rank(question, all)).ToList();
        var half = index(HalfOf(set.Articles));
        var scores = asked.AsParallel().AsOrdered().Select(question =>
        {
            var read = Read(question);
            var evidence = half.Retrieve(read);
            return (IsThere: half.Index.Articles.ContainsKey(question.Passage), Confidence: confidence(evidence), IsAnswered: Composer.Compose(read, evidence) is Grounded);
        }).ToList();
        var located = ranks.FindAll(rank => rank.Sentence is not null);
        return new RetrievalResult(
            set.Name, asked.Count, FoundAt.Of(ranks.ConvertAll(rank => rank.Passage)), FoundAt.Of(located.ConvertAll(rank => rank.Sentence!.Value)),
            Share(ranks.Where(rank => rank.Given is not null), rank => rank.Given == 1), Auc(scores.ConvertAll(score => (score.IsThere, score.Confidence))),
            new AnsweredShare(
                Share(located, rank => rank.IsRight == true), Share(located, rank => rank.IsRight is null),
                Share(scores.Where(score => !score.IsThere), score => !score.IsAnswered), Share(ranks.Where(rank => rank.IsKindSeen is not null), rank => rank.IsKindSeen == true)));
    }

    /// <summary>The score of the best sentence, 0 where there is none: a confidence that compares within one question better than between two.</summary>
    public static double Confidence(IReadOnlyList<Evidence> evidence) => evidence.Max(clause => clause.Confidence);

    /// <summary>The passages of every other title.</summary>
    internal static IReadOnlyList<Article> HalfOf(IReadOnlyList<Article> articles)
    {
        var kept = articles.Select(article => article.Title).Distinct().Where((_, i) => i % 2 == 0).ToHashSet();
        return [.. articles.Where(article => kept.Contains(article.Title))];
    }

    /// <summary>What was found on all clauses, the best of each first.</summary>
    internal static List<RankedSentence> Sentences(IReadOnlyList<Evidence> evidence) =>
        [.. evidence.SelectMany(clause => clause.Sentences.Select((sentence, rank) => (sentence, rank)))
            .OrderBy(x => x.rank).ThenByDescending(x => x.sentence.Score).Select(x => x.sentence).DistinctBy(s => (s.Article.Article.Id, s.Sentence.Number))];

    /// <summary>The question as the search reads it.</summary>
    internal static Question Read(RetrievalQuestion question) => new(question.Text, question.Language, QuestionKind.Articles, "eval");

    private static double Share<T>(IEnumerable<T> of, Func<T, bool> condition) => of.Select(one => condition(one) ? 1.0 : 0).DefaultIfEmpty().Average();

    private static Found Rank(RetrievalQuestion question, Retriever retriever)
    {
        var read = Read(question);
        var evidence = retriever.Retrieve(read);
        var sentences = Sentences(evidence);
        var passages = sentences.Select(s => s.Article.Article.Id).Distinct().ToList();
        var passage = passages.IndexOf(question.Passage) + 1;
        if (question.Sentences.Count == 0)
            return new Found(passage, null, null, null, null);
        var own = sentences.Where(s => s.Article.Article.Id == question.Passage).ToList();
        bool? isRight = Composer.Compose(read, evidence) is Grounded answer
            ? answer.Shown.Any(citation => citation.ArticleId == question.Passage && question.Sentences.Contains(citation.Sentence)) : null;
        return new Found(
            passage, IndexOf(sentences, question) + 1, IndexOf(own.Count > 0 ? own : retriever.Rank(read, question.Passage), question) + 1, isRight, IsKindSeen(question, evidence));
    }

    // Null where nothing of a kind is asked for, or the sentence was not found.
    private static bool? IsKindSeen(RetrievalQuestion question, IReadOnlyList<Evidence> evidence)
    {
        var kinds = evidence[0].Question.Types & Requirements.RequiredTypes;
        return kinds == AnswerTypes.Open || evidence[0].Sentences.FirstOrDefault(question.IsAnsweredBy) is not { } sentence ? null : (sentence.Found & kinds) != AnswerTypes.Open;
    }

    /// <summary>Where a question's passage and sentence were found, the latter in its passage, too; whether the answer cites it, null for a refusal; whether what is asked for was seen in it.</summary>
    private sealed record Found(int Passage, int? Sentence, int? Given, bool? IsRight, bool? IsKindSeen);

    private static int IndexOf(IReadOnlyList<RankedSentence> sentences, RetrievalQuestion question)
    {
        for (var i = 0; i < sentences.Count; i++)
        {
            if (question.IsAnsweredBy(sentences[i]))
                return i;
        }

        return -1;
    }

    /// <summary>How likely the confidence in one that is there is above that in one that is not; ties count half.</summary>
    private static double Auc(IReadOnlyCollection<(bool IsThere, double Confidence)> scores)
    {
        double above = 0, there = 0, gone = 0;
        foreach (var group in scores.GroupBy(score => score.Confidence).OrderBy(group => group.Key))
        {
            var (hits, misses) = (group.Count(score => score.IsThere), group.Count(score => !score.IsThere));
            above += hits * (gone + (misses / 2.0));
            there += hits;
            gone += misses;
        }

        return there == 0 || gone == 0 ? 0 : above / (there * gone);
    }
}
