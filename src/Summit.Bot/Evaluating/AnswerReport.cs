namespace Summit.Bot.Evaluating;

/// <summary>How the answers to a set scored.</summary>
/// <param name="Set">Name of the set.</param>
/// <param name="Groups">The figures: a group a language and kind, then all of a language, then all.</param>
/// <param name="Questions">Each question; empty for the set that is held out, of which nobody is to see more than totals.</param>
public sealed record AnswerReport(string Set, IReadOnlyList<AnswerFigures> Groups, IReadOnlyList<EvaluatedQuestion> Questions)
{
    /// <summary>Those that only an answer is right for.</summary>
    public const string Answerable = "answerable";

    /// <summary>Those that only a refusal is right for.</summary>
    public const string Refusable = "refusable";

    /// <summary>All.</summary>
    public const string Total = "total";

    /// <summary>Both languages.</summary>
    public const string All = "all";

    /// <summary>Makes the report.</summary>
    /// <param name="set">Name of the set.</param>
    /// <param name="results">Its answers.</param>
    public static AnswerReport Of(string set, IReadOnlyList<EvaluatedQuestion> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var groups = new List<AnswerFigures>();
        foreach (var language in results.GroupBy(r => r.Question.Language))
        {
            if (!OwnSets.HeldOut.Contains(set))
                groups.AddRange(language.GroupBy(r => r.Question.Kind).Select(kind => AnswerFigures.Of(language.Key, kind.Key, [.. kind])));
            AddTotals(language.Key, [.. language]);
        }

        AddTotals(All, results);
        return new AnswerReport(set, groups, OwnSets.HeldOut.Contains(set) ? [] : results);

        void AddTotals(string language, IReadOnlyList<EvaluatedQuestion> all)
        {
            groups.Add(AnswerFigures.Of(language, Answerable, [.. all.Where(r => r.Question.MustBeAnswered)]));
            groups.Add(AnswerFigures.Of(language, Refusable, [.. all.Where(r => r.Question.Expected == AnswerEvaluation.NotFound)]));
            groups.Add(AnswerFigures.Of(language, Total, all));
        }
    }

    /// <summary>Writes the figures as a Markdown table.</summary>
    public void WriteTable(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var table = new MarkdownTable(2, "language", "kind", "n", "right %", "recall %", "precision %", "refused %", "false answers %", "language %", "exact %");
        foreach (var g in Groups.Where(g => g.Questions > 0))
            table.Add(g.Language, g.Kind, MarkdownTable.Number(g.Questions), Percent(g.Right), Percent(g.Recall), Percent(g.Precision), Percent(g.Refused), Percent(g.FalseAnswers), Percent(g.RightLanguage), Percent(g.Exact));
        table.Write(output);
        output.WriteLine();
        output.WriteLine("right: status as expected, and all sentences of a gold set cited · recall, precision: of the citations, where an answer is expected");
        output.WriteLine("refused: answerable, but not answered · false answers: unanswerable or out of scope, but answered");
        output.WriteLine("language: of the answer, as expected · exact: quotations that are in the article to the letter");

        static string Percent(double? share) => MarkdownTable.Percent(share);
    }

    /// <summary>Writes the totals of each language of several reports as one Markdown table.</summary>
    public static void WriteTotals(IEnumerable<AnswerReport> reports, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(reports);
        ArgumentNullException.ThrowIfNull(output);
        var table = new MarkdownTable(
            2, "set", "language", "n", "right %", "recall %", "precision %", "over-refused %", "unanswerable refused %", "out of scope refused %", "language %", "exact %");
        foreach (var (set, g) in reports.SelectMany(report => report.Groups.Where(g => g.Kind == Total).Select(g => (report.Set, g))))
        {
            double?[] shares = [g.Right, g.Recall, g.Precision, g.Refused, g.UnanswerableRefused, g.OutOfScopeRefused, g.RightLanguage, g.Exact];
            table.Add([set, g.Language, MarkdownTable.Number(g.Questions), .. shares.Select(MarkdownTable.Percent)]);
        }

        table.Write(output);
        output.WriteLine();
        output.WriteLine($"{OwnSets.Pooled}: {string.Join(", ", OwnSets.OnShippedArticle)} as one · over-refused: answerable, but not answered");
        output.WriteLine("unanswerable: on the topic of the articles, which do not answer · out of scope: on other topics");
    }

    /// <summary>Writes the questions whose answers have a fault, and what it is.</summary>
    public void WriteFailures(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        foreach (var (question, understood, status, cited, isRight, _, _, _, _, _, faults) in Questions.Where(r => r.Faults.Count > 0))
        {
            output.WriteLine();
            output.WriteLine($"{question.Id} [{question.Kind}{(question.Article is { } article ? $" on {article}" : "")}{(isRight ? ", right" : "")}] {question.Question}{(understood is null ? "" : $" → {understood}")}");
            output.WriteLine($"  expected {question.Expected}{Sets(question.Gold)}{(question.MayBeRefused ? " or notFound" : "")} · got {status}{(cited.Count > 0 ? $" {string.Join(", ", cited.Select(question.NameOf))}" : "")}");
            foreach (var (kind, reason) in faults)
                output.WriteLine($"  {kind}: {reason}");
        }

        static string Sets(IReadOnlyList<IReadOnlyList<int>> gold) => gold.Count == 0 ? "" : " " + string.Join(" or ", gold.Select(set => string.Join(", ", set)));
    }
}
