namespace Summit.Bot.Evaluating;

/// <summary>The figures of a group of questions: shares from 0 to 1, null where none of them counts.</summary>
/// <param name="Language"><c>fr</c>, <c>en</c> or <c>all</c>.</param>
/// <param name="Kind">Kind of question, <c>answerable</c>, <c>refusable</c> or <c>total</c>.</param>
/// <param name="Questions">How many were asked.</param>
/// <param name="Right">Share of right answers.</param>
/// <param name="Recall">Mean recall of the citations, of those that must be answered.</param>
/// <param name="Precision">Mean precision of the citations, of those that must be answered and were.</param>
/// <param name="Refused">Share not answered, of those that must be.</param>
/// <param name="FalseAnswers">Share answered, of those that must not be.</param>
/// <param name="UnanswerableRefused">Share refused, of those on the topic of the articles that these do not answer.</param>
/// <param name="OutOfScopeRefused">Share refused, of those on other topics.</param>
/// <param name="RightLanguage">Share of answers in the language of their question.</param>
/// <param name="Exact">Share of quotations that are in the article to the letter.</param>
public sealed record AnswerFigures(
    string Language, string Kind, int Questions, double? Right, double? Recall, double? Precision, double? Refused, double? FalseAnswers,
    double? UnanswerableRefused, double? OutOfScopeRefused, double? RightLanguage, double? Exact)
{
    /// <summary>The figures of a group.</summary>
    public static AnswerFigures Of(string language, string kind, IReadOnlyList<EvaluatedQuestion> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var answerable = results.Where(r => r.Question.MustBeAnswered).ToList();
        var refusable = results.Where(r => r.Question.Expected == AnswerEvaluation.NotFound).ToList();
        var quotations = results.Sum(r => r.Quotations);
        return new AnswerFigures(
            language, kind, results.Count, Mean(results, r => r.IsRight ? 1 : 0), Mean(answerable, r => r.Recall),
            Mean([.. answerable.Where(r => r.Cited.Count > 0)], r => r.Precision), Mean(answerable, r => r.Status == AnswerEvaluation.Answered ? 0 : 1),
            Mean(refusable, r => r.Status == AnswerEvaluation.Answered ? 1 : 0),
            Mean([.. refusable.Where(r => r.Question.Kind != GoldQuestion.OutOfScope)], r => r.IsRight ? 1 : 0),
            Mean([.. refusable.Where(r => r.Question.Kind == GoldQuestion.OutOfScope)], r => r.IsRight ? 1 : 0), Mean(results, r => r.IsRightLanguage ? 1 : 0),
            quotations == 0 ? null : results.Sum(r => r.ExactQuotations) / (double)quotations);
    }

    private static double? Mean(IReadOnlyCollection<EvaluatedQuestion> results, Func<EvaluatedQuestion, double> share) => results.Count == 0 ? null : results.Average(share);
}
