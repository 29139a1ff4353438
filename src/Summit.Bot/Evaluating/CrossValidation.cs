using Summit.Bot.Retrieval;

namespace Summit.Bot.Evaluating;

/// <summary>
/// How much of what is learned holds for articles that were not learned from: the titles of each set are dealt to <see cref="Folds"/> folds, in
/// the order in which they first appear, and the questions on each fold are ranked by weights that were learned on the others. The project's own
/// questions on the shipped article are all on one, so they are ranked by what the other sets teach alone.
/// </summary>
internal static class CrossValidation
{
    /// <summary>How many folds.</summary>
    public const int Folds = 5;

    /// <summary>The weights that each fold is ranked by: learned on the other ones.</summary>
    public static IReadOnlyList<double[]> Train(IReadOnlyList<TrainingSet> sets) =>
        [.. Enumerable.Range(0, Folds).AsParallel().AsOrdered().Select(fold => RankingTrainer.Train(
            [.. sets.Select(set => set with { Questions = [.. set.Questions.Zip(FoldsOf(set), (question, of) => (question, of)).Where(x => x.of != fold).Select(x => x.question)] }).Select(set => set.Examples)],
            output: null))];

    /// <summary>Writes, of each set, the shares whose passage and sentence are the first: by the weights in use, by those learned on everything, and across the folds.</summary>
    public static void WriteTable(IReadOnlyList<TrainingSet> sets, IReadOnlyList<double> learned, TextWriter output)
    {
        var folds = Train(sets);
        var table = new MarkdownTable(
            1, "set", "questions", "passage R@1 in use", "learned on all", $"{Folds} folds", "sentence R@1 in use", "learned on all", $"{Folds} folds");
        foreach (var set in sets)
        {
            var fold = FoldsOf(set);
            var (inUse, all, across) = (Found(set, _ => RankingWeights.Weights), Found(set, _ => learned), Found(set, i => folds[fold[i]]));
            table.Add(
                set.Name, MarkdownTable.Number(set.Questions.Count), MarkdownTable.Percent(inUse.Passage), MarkdownTable.Percent(all.Passage), MarkdownTable.Percent(across.Passage),
                MarkdownTable.Percent(inUse.Sentence), MarkdownTable.Percent(all.Sentence), MarkdownTable.Percent(across.Sentence));
        }

        table.Write(output);
    }

    /// <summary>The fold of each question.</summary>
    internal static IReadOnlyList<int> FoldsOf(TrainingSet set)
    {
        var titles = set.Questions.Select(question => question.Title).Distinct().Select((title, i) => (title, i)).ToDictionary(x => x.title, x => x.i % Folds);
        return [.. set.Questions.Select(question => titles[question.Title])];
    }

    private static (double? Passage, double? Sentence) Found(TrainingSet set, Func<int, IReadOnlyList<double>> weights)
    {
        var found = set.Questions.Select((question, i) =>
        {
            var first = question.Example is { } example ? RankingTrainer.First(example, weights(i)) : -1;
            return (question.HasSentence, Passage: first >= 0 && question.Example!.IsPassage[first], Sentence: first >= 0 && question.Example!.IsSentence[first]);
        }).ToList();
        var located = found.Where(question => question.HasSentence).ToList();
        return (Share(found.ConvertAll(question => question.Passage)), Share(located.ConvertAll(question => question.Sentence)));

        static double? Share(List<bool> hits) => hits.Count == 0 ? null : hits.Average(hit => hit ? 1.0 : 0);
    }
}
