using Summit.Bot.Channels;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Evaluating;

/// <summary>Measures what each leg of the search and each feature of the ranking is worth: everything again, without it.</summary>
internal static class Ablation
{
    /// <summary>Measures every variant.</summary>
    /// <param name="sets">Public sets: share of the questions whose passage, and whose sentence, is the first one.</param>
    /// <param name="own">Sets on the articles of the core and their own: share of right answers.</param>
    /// <param name="core">Answers these.</param>
    /// <param name="options">How much of a conversation is remembered.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static async Task<AblationReport> RunAsync(
        IEnumerable<RetrievalSet> sets, IEnumerable<QuestionSet> own, BotCore core, ConversationsOptions options, CancellationToken cancellationToken = default)
    {
        var figures = new List<string>();
        var values = RankingVariant.All.Select(_ => new List<double>()).ToList();
        foreach (var set in sets)
        {
            figures.AddRange([$"{set.Name} passage R@1", $"{set.Name} sentence R@1"]);
            foreach (var (row, (passage, sentence)) in values.Zip(Found(set, cancellationToken)))
                row.AddRange([passage, sentence]);
        }

        foreach (var set in own)
        {
            figures.Add($"{set.Name} right");
            var index = InMemoryRetriever.With(core.Index, set.Articles, core.Embedder);
            foreach (var (row, variant) in values.Zip(RankingVariant.All))
            {
                var results = await AnswerEvaluation.RunAsync(set, core.Over(InMemoryRetriever.Of(index, variant, core.Embedder)), options, cancellationToken);
                row.Add(results.Average(result => result.IsRight ? 1.0 : 0));
            }
        }

        return AblationReport.Of(figures, [.. RankingVariant.All.Zip(values, (variant, row) => (variant.Without, (IReadOnlyList<double>)row))]);
    }

    /// <summary>Shares of the questions whose passage and whose sentence each variant has first.</summary>
    private static List<(double Passage, double Sentence)> Found(RetrievalSet set, CancellationToken cancellationToken)
    {
        var index = InMemoryRetriever.Index(set.Articles);
        var asked = set.Questions.Where(question => question.IsAnswerable).ToList();
        var found = new Dictionary<RankingVariant, (double, double)>();
        // A search is dear, a weighted sum is not: the sentences that the legs find are ranked once more for each variant of the weights.
        foreach (var legs in RankingVariant.All.GroupBy(variant => variant.Legs))
        {
            var retriever = InMemoryRetriever.Of(index, RankingVariant.Complete with { Legs = legs.Key });
            var hits = asked.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(question =>
            {
                var evidence = retriever.Retrieve(RetrievalEvaluation.Read(question), cancellationToken);
                return legs.Select(variant => First(evidence, variant.Weights)).Select(first => (
                    Passage: first?.Article.Article.Id == question.Passage,
                    Sentence: question.Sentences.Count == 0 ? (bool?)null : first is not null && question.IsAnsweredBy(first))).ToArray();
            }).ToList();
            foreach (var (variant, i) in legs.Select((variant, i) => (variant, i)))
                found[variant] = (hits.Average(hit => hit[i].Passage ? 1.0 : 0), hits.Where(hit => hit[i].Sentence is not null).Select(hit => hit[i].Sentence == true ? 1.0 : 0).DefaultIfEmpty().Average());
        }

        return [.. RankingVariant.All.Select(variant => found[variant])];
    }

    /// <summary>What <see cref="RetrievalEvaluation.Sentences"/> would have first if the sentences were ranked by these weights.</summary>
    internal static RankedSentence? First(IReadOnlyList<Evidence> evidence, IReadOnlyList<double> weights) => evidence
        .Where(clause => clause.Sentences.Count > 0)
        .Select(clause => clause.Sentences.Select(sentence => (Sentence: sentence, Score: RankingWeights.Score(sentence.Features, weights)))
            .OrderByDescending(x => x.Score).ThenBy(x => x.Sentence.Article.Article.Id, StringComparer.Ordinal).ThenBy(x => x.Sentence.Sentence.Number).First())
        .OrderByDescending(x => x.Score).Select(x => x.Sentence).FirstOrDefault();
}
