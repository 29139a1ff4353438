using System.Globalization;
using Summit.Bot.Answering;
using Summit.Bot.Conversations;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Channels.CommandLine;

/// <summary>How the answer to one gold question turned out.</summary>
/// <param name="Question">The question.</param>
/// <param name="Status">What the bot did: <c>answered</c>, <c>notFound</c>, <c>smallTalk</c>.</param>
/// <param name="Cited">Numbers of the sentences cited.</param>
/// <param name="IsRight">The status is the expected one, and every sentence of a gold set is cited.</param>
/// <param name="Recall">Best share of a gold set that is cited, from 0 to 1; 0 where nothing is expected.</param>
/// <param name="Precision">Share of the citations that are in some gold set, from 0 to 1; 0 without citations.</param>
/// <param name="IsRightLanguage">The answer is in the language of the question.</param>
/// <param name="Quotations">How many sentences it quotes, the closest one included.</param>
/// <param name="ExactQuotations">How many of them are in the stored article, at their place, to the letter.</param>
public sealed record EvaluatedQuestion(
    GoldQuestion Question, string Status, IReadOnlyList<int> Cited, bool IsRight, double Recall, double Precision, bool IsRightLanguage,
    int Quotations, int ExactQuotations);

/// <summary>Asks every question of a gold set and scores the answers.</summary>
public static class Evaluation
{
    private const string Answered = "answered";

    /// <summary>Asks the questions one by one, each as the first of a conversation, with nothing said of its language.</summary>
    public static IReadOnlyList<EvaluatedQuestion> Run(IEnumerable<GoldQuestion> questions, QuestionReader reader, Assistant assistant, PassageIndex index)
    {
        ArgumentNullException.ThrowIfNull(index);
        return [.. questions.Select(gold => Score(gold, assistant.Answer(reader.Read(gold.Question, asked: null, TextLanguage.French, "eval")), index))];
    }

    /// <summary>Writes one table: a line a language and kind, then all answerable ones and all of a language, then all.</summary>
    public static void WriteTable(IReadOnlyList<EvaluatedQuestion> results, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.WriteLine(Row("language", "kind", "n", "right %", "recall %", "precision %", "refused %", "false answers %", "language %", "exact %"));
        foreach (var language in results.GroupBy(r => r.Question.Language))
        {
            foreach (var kind in language.GroupBy(r => r.Question.Kind))
                output.WriteLine(Row(language.Key, kind.Key, [.. kind]));
            output.WriteLine(Row(language.Key, "answerable", [.. language.Where(r => r.Question.Expected == Answered)]));
            output.WriteLine(Row(language.Key, "total", [.. language]));
        }

        output.WriteLine(Row("all", "total", results));
        output.WriteLine();
        output.WriteLine("right: status as expected, and all sentences of a gold set cited · recall, precision: of the citations, where an answer is expected");
        output.WriteLine("refused: answerable, but not answered · false answers: unanswerable or out of scope, but answered");
        output.WriteLine("language: of the answer, as expected · exact: quotations that are in the article to the letter");
    }

    /// <summary>Writes the questions that were not answered rightly.</summary>
    public static void WriteFailures(IReadOnlyList<EvaluatedQuestion> results, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        foreach (var result in results.Where(r => !r.IsRight || !r.IsRightLanguage || r.ExactQuotations < r.Quotations))
        {
            output.WriteLine();
            output.WriteLine($"{result.Question.Id} [{result.Question.Kind}] {result.Question.Question}");
            output.WriteLine($"  expected {result.Question.Expected}{Sets(result.Question.Gold)} · got {result.Status}{(result.Cited.Count > 0 ? $" {string.Join(", ", result.Cited)}" : "")}");
            if (!result.IsRightLanguage)
                output.WriteLine($"  the answer is not in the language of the question ({result.Question.Language})");
            if (result.ExactQuotations < result.Quotations)
                output.WriteLine($"  {result.Quotations - result.ExactQuotations} quotations are not exact");
        }
    }

    private static string Sets(IReadOnlyList<IReadOnlyList<int>> gold) =>
        gold.Count == 0 ? "" : " " + string.Join(" or ", gold.Select(set => string.Join(", ", set)));

    private static EvaluatedQuestion Score(GoldQuestion gold, Answer answer, PassageIndex index)
    {
        var quoted = answer.Shown.ToList();
        var cited = answer is Grounded ? quoted.ConvertAll(c => c.Sentence) : [];
        var recall = gold.Gold.Count == 0 || cited.Count == 0 ? 0 : gold.Gold.Max(set => (double)set.Count(cited.Contains) / set.Count);
        var relevant = gold.Gold.SelectMany(set => set).ToHashSet();
        var precision = cited.Count == 0 ? 0 : (double)cited.Count(relevant.Contains) / cited.Count;
        var status = answer.Status;
        return new EvaluatedQuestion(
            gold, status, cited, status == gold.Expected && (gold.Expected != Answered || recall >= 1), recall, precision,
            answer.Language.Code() == gold.Language, quoted.Count, quoted.Count(c => c.IsExactIn(index.Articles.GetValueOrDefault(c.ArticleId)?.Article.Text)));
    }

    private static string Row(string language, string kind, IReadOnlyList<EvaluatedQuestion> results)
    {
        var answerable = results.Where(r => r.Question.Expected == Answered).ToList();
        var unanswerable = results.Where(r => r.Question.Expected == "notFound").ToList();
        var quotations = results.Sum(r => r.Quotations);
        return Row(
            language, kind, results.Count.ToString(CultureInfo.InvariantCulture), Percent(results, r => r.IsRight ? 1 : 0),
            Percent(answerable, r => r.Recall), Percent(answerable.Where(r => r.Cited.Count > 0).ToList(), r => r.Precision),
            Percent(answerable, r => r.Status == Answered ? 0 : 1), Percent(unanswerable, r => r.Status == Answered ? 1 : 0),
            Percent(results, r => r.IsRightLanguage ? 1 : 0),
            quotations == 0 ? "-" : Percent(results.Sum(r => r.ExactQuotations) / (double)quotations));
    }

    private static string Row(string language, string kind, params ReadOnlySpan<string> figures)
    {
        int[] widths = [5, 8, 9, 12, 10, 16, 11, 8];
        var row = $"{language,-9}{kind,-14}";
        for (var i = 0; i < figures.Length; i++)
            row += figures[i].PadLeft(widths[i]);
        return row;
    }

    private static string Percent(IReadOnlyCollection<EvaluatedQuestion> results, Func<EvaluatedQuestion, double> share) =>
        results.Count == 0 ? "-" : Percent(results.Average(share));

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture);
}
