using System.Globalization;
using Summit.Bot.Conversations;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Channels.CommandLine;

/// <summary>How well a set was searched: shares, each from 0 to 1.</summary>
/// <param name="Set">Name of the set.</param>
/// <param name="Questions">How many questions were asked.</param>
/// <param name="Passage">Whether the passage was found.</param>
/// <param name="Sentence">Whether the sentence was found, of the questions whose answer stands in one place.</param>
/// <param name="Given">Whether the sentence is the first one of its passage, where that is given.</param>
/// <param name="RefusalAuc">Area under the curve by which the score of the best sentence tells questions whose article is there from those whose article was removed.</param>
public sealed record RetrievalResult(string Set, int Questions, FoundAt Passage, FoundAt Sentence, double Given, double RefusalAuc);

/// <summary>Where the right one was found.</summary>
/// <param name="Recall1">Share found first.</param>
/// <param name="Recall5">Share found among five.</param>
/// <param name="Recall10">Share found among ten.</param>
/// <param name="Mrr10">Mean reciprocal rank, 0 beyond ten.</param>
public sealed record FoundAt(double Recall1, double Recall5, double Recall10, double Mrr10)
{
    private const int Most = 10;

    /// <summary>Of ranks that count from 1; 0 where it was not found.</summary>
    public static FoundAt Of(IReadOnlyCollection<int> ranks)
    {
        ArgumentNullException.ThrowIfNull(ranks);
        return ranks.Count == 0 ? new FoundAt(0, 0, 0, 0) : new FoundAt(Share(1), Share(5), Share(Most), ranks.Average(rank => rank is > 0 and <= Most ? 1.0 / rank : 0));

        double Share(int most) => ranks.Count(rank => rank > 0 && rank <= most) / (double)ranks.Count;
    }
}

/// <summary>Searches sets of questions that others wrote, and scores what is found. Deterministic.</summary>
public static class RetrievalEvaluation
{
    /// <summary>Asks every question of a set on all its passages.</summary>
    /// <param name="set">The set.</param>
    /// <param name="index">Makes the retriever over articles.</param>
    public static RetrievalResult Run(RetrievalSet set, Func<IReadOnlyList<Corpus.Article>, Retriever> index)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(index);
        var all = index(set.Articles);
        var asked = set.Questions.Where(question => question.IsAnswerable).ToList();
        var ranks = asked.AsParallel().AsOrdered().Select(question => Rank(question, all)).ToList();
        // The other half by the parity of the place: neighbours are of one article, so both halves speak of the same things.
        var half = index([.. set.Articles.Where((_, i) => i % 2 == 0)]);
        var scores = asked.AsParallel().AsOrdered().Select(question => (IsThere: half.Index.Articles.ContainsKey(question.Passage), Score: Confidence(half, question))).ToList();
        return new RetrievalResult(
            set.Name, asked.Count, FoundAt.Of(ranks.ConvertAll(rank => rank.Passage)), FoundAt.Of([.. ranks.Where(rank => rank.Sentence is not null).Select(rank => rank.Sentence!.Value)]),
            ranks.Where(rank => rank.Given is not null).Select(rank => rank.Given == 1 ? 1.0 : 0).DefaultIfEmpty().Average(), Auc(scores));
    }

    /// <summary>What is found for each question, to learn from.</summary>
    internal static IReadOnlyList<RankingTrainer.Example> Examples(RetrievalSet set, Retriever retriever) =>
        [.. set.Questions.Where(question => question.IsAnswerable).AsParallel().AsOrdered().Select(question => RankingTrainer.Of(question, Sentences(retriever, question))).OfType<RankingTrainer.Example>()];

    /// <summary>Writes a table.</summary>
    public static void WriteTable(IEnumerable<RetrievalResult> results, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(output);
        output.WriteLine("| set | questions | passage R@1 | R@5 | R@10 | MRR@10 | sentence R@1 | R@5 | R@10 | MRR@10 | sentence in its passage | refusal AUC |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var (set, questions, passage, sentence, given, auc) in results)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {set} | {questions} | {Row(passage)} | {Row(sentence)} | {100 * given:0.0} | {auc:0.000} |"));
        }

        static string Row(FoundAt found) => string.Create(
            CultureInfo.InvariantCulture, $"{100 * found.Recall1:0.0} | {100 * found.Recall5:0.0} | {100 * found.Recall10:0.0} | {100 * found.Mrr10:0.0}");
    }

    private static (int Passage, int? Sentence, int? Given) Rank(RetrievalQuestion question, Retriever retriever)
    {
        var sentences = Sentences(retriever, question);
        var passages = sentences.Select(s => s.Article.Article.Id).Distinct().ToList();
        var passage = passages.IndexOf(question.Passage) + 1;
        if (question.Sentences.Count == 0)
            return (passage, null, null);
        var own = sentences.Where(s => s.Article.Article.Id == question.Passage).ToList();
        return (passage, IndexOf(sentences, question) + 1, IndexOf(own.Count > 0 ? own : retriever.Rank(Read(question), question.Passage), question) + 1);
    }

    private static int IndexOf(IReadOnlyList<RankedSentence> sentences, RetrievalQuestion question)
    {
        for (var i = 0; i < sentences.Count; i++)
        {
            if (sentences[i].Article.Article.Id == question.Passage && question.Sentences.Contains(sentences[i].Sentence.Number))
                return i;
        }

        return -1;
    }

    /// <summary>What was found on all clauses, the best of each first.</summary>
    private static List<RankedSentence> Sentences(Retriever retriever, RetrievalQuestion question) =>
        [.. retriever.Retrieve(Read(question)).SelectMany(clause => clause.Sentences.Select((sentence, rank) => (sentence, rank)))
            .OrderBy(x => x.rank).ThenByDescending(x => x.sentence.Score).Select(x => x.sentence).DistinctBy(s => (s.Article.Article.Id, s.Sentence.Number))];

    private static double Confidence(Retriever retriever, RetrievalQuestion question) => Sentences(retriever, question) is [var best, ..] ? best.Score : 0;

    private static Question Read(RetrievalQuestion question) => new(question.Text, question.Language, QuestionKind.Articles, "eval");

    /// <summary>How likely the score of one that is there is above that of one that is not; ties count half.</summary>
    private static double Auc(IReadOnlyCollection<(bool IsThere, double Score)> scores)
    {
        double above = 0, there = 0, gone = 0;
        foreach (var group in scores.GroupBy(score => score.Score).OrderBy(group => group.Key))
        {
            var (hits, misses) = (group.Count(score => score.IsThere), group.Count(score => !score.IsThere));
            above += hits * (gone + (misses / 2.0));
            there += hits;
            gone += misses;
        }

        return there == 0 || gone == 0 ? 0 : above / (there * gone);
    }
}
