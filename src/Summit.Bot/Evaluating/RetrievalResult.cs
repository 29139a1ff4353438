using System.Globalization;

namespace Summit.Bot.Evaluating;

/// <summary>How well a set was searched: shares, each from 0 to 1.</summary>
/// <param name="Set">Name of the set.</param>
/// <param name="Questions">How many questions were asked.</param>
/// <param name="Passage">Whether the passage was found.</param>
/// <param name="Sentence">Whether the sentence was found, of the questions whose answer stands in one place.</param>
/// <param name="Given">Whether the sentence is the first one of its passage, where that is given.</param>
/// <param name="RefusalAuc">Area under the ROC curve by which the confidence tells questions whose article is there from those whose article was removed, from 0 to 1.</param>
/// <param name="Answered">What was answered.</param>
public sealed record RetrievalResult(string Set, int Questions, FoundAt Passage, FoundAt Sentence, double Given, double RefusalAuc, AnsweredShare Answered)
{
    /// <summary>Writes results as a Markdown table.</summary>
    public static void WriteTable(IEnumerable<RetrievalResult> results, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(output);
        var table = new MarkdownTable(
            1, "set", "questions", "passage R@1", "R@5", "R@10", "MRR@10", "sentence R@1", "R@5", "R@10", "MRR@10", "sentence in its passage", "refusal AUC",
            "answered right", "refused", "refused when removed", "kind of answer seen");
        foreach (var (set, questions, passage, sentence, given, auc, answered) in results)
            table.Add([set, MarkdownTable.Number(questions), .. Cells(passage), .. Cells(sentence), MarkdownTable.Percent(given), auc.ToString("0.000", CultureInfo.InvariantCulture),
                MarkdownTable.Percent(answered.Right), MarkdownTable.Percent(answered.Refused), MarkdownTable.Percent(answered.RefusedWhenRemoved), MarkdownTable.Percent(answered.KindSeen)]);
        table.Write(output);

        static string[] Cells(FoundAt found) =>
            [MarkdownTable.Percent(found.Recall1), MarkdownTable.Percent(found.Recall5), MarkdownTable.Percent(found.Recall10), MarkdownTable.Percent(found.Mrr10)];
    }
}

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

/// <summary>What the built-in composer made of what was found: shares, each from 0 to 1.</summary>
/// <param name="Right">Answers that cite the sentence, of the questions whose answer stands in one place.</param>
/// <param name="Refused">Refusals, of the same; the rest are answers that cite other sentences.</param>
/// <param name="RefusedWhenRemoved">Refusals, of the questions whose article was removed.</param>
/// <param name="KindSeen">Of the questions for a date, a place, a person, a number or a time whose sentence was found: how often such a thing was seen in it. Where it is not, the sentence is no answer to the composer.</param>
public sealed record AnsweredShare(double Right, double Refused, double RefusedWhenRemoved, double KindSeen);
