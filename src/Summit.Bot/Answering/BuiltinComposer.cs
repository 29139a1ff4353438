using Summit.Bot.Conversations;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Answering;

/// <summary>
/// Answers without a model: picks the shortest set of sentences that covers what is asked, or says that the articles do
/// not answer. The thresholds were set on the project's own gold set (<c>eval</c>).
/// </summary>
public sealed class BuiltinComposer
{
    private const double SureSupport = 0.9, TopicalSupport = 0.65, LeastOfBest = 0.8, LeastConfidence = 0.11, LeastConfidenceOfOne = 0.1, SelfEvident = 0.78, AsGood = 0.95, ClosestCoverage = 0.25;
    private const int RightBehind = 2;

    /// <summary>Turns the evidence on each clause into an answer in the language of the question.</summary>
    public Answer Compose(Question question, IReadOnlyList<Evidence> clauses)
    {
        var chosen = new List<(RankedSentence Sentence, Evidence Evidence)>();
        foreach (var clause in clauses)
        {
            var evidence = clause.Question.GoesOn ? InArticle(clause, clauses[0]) : clause;
            var (sentences, from) = (Choose(evidence), evidence);
            if (sentences.Count == 0 && evidence.Wider is { } wider)
                (sentences, from) = (Choose(wider), wider);
            foreach (var sentence in sentences)
            {
                if (!chosen.Exists(c => c.Sentence.Article == sentence.Article && c.Sentence.Sentence.Number == sentence.Sentence.Number))
                    chosen.Add((sentence, from));
            }
        }

        if (chosen.Count == 0)
            return Refuse(question, clauses);
        return Ground(question, chosen);
    }

    /// <summary>The answer that sentences make, in reading order.</summary>
    internal static Grounded Ground(Question question, IEnumerable<(RankedSentence Sentence, Evidence Evidence)> chosen) =>
        new(question.Language, [.. chosen
            .OrderBy(c => c.Sentence.Article.Article.Id, StringComparer.Ordinal).ThenBy(c => c.Sentence.Sentence.Number)
            .Select((c, i) => new Statement(
                AnswerSpan.Find(c.Evidence.Question, c.Sentence),
                Citation.Of(c.Sentence.Article.Article, c.Sentence.Sentence.Number, i + 1, question.Language)))]);

    /// <summary>Says that the articles do not answer, and shows the closest sentence as such.</summary>
    public static NotFound Refuse(Question question, IReadOnlyList<Evidence> clauses)
    {
        var asksMore = question is { AsksMore: true, Told.Count: > 0 };
        var closest = asksMore ? null : clauses.SelectMany(clause => clause.Sentences.Take(1)).FirstOrDefault(s => s.Coverage >= ClosestCoverage);
        return new NotFound(
            question.Language,
            [.. clauses.SelectMany(clause => clause.Question.Terms.Where(term => term.IsContent).Select(term => term.Written)).Distinct()],
            closest is null ? null : Citation.Of(closest.Article.Article, closest.Sentence.Number, 1, question.Language),
            IsThirdLanguage: false) { HasNothingMore = asksMore };
    }

    /// <summary>Only what stands in the article that the first clause is about, where there is such an article and it has anything.</summary>
    private static Evidence InArticle(Evidence evidence, Evidence first)
    {
        if (first.Sentences is not [var best, ..] || best.Support < TopicalSupport)
            return evidence;
        var own = evidence.Sentences.Where(sentence => sentence.Article == best.Article).ToList();
        return own.Count > 0 ? evidence with { Sentences = own } : evidence;
    }

    private static List<RankedSentence> Choose(Evidence evidence)
    {
        if (evidence.Question.AsksSummary)
            return [.. evidence.Sentences.Take(SufficientSet.Most)];
        if (evidence is { IsOfOnlyArticle: true, Question.HasContent: false } && evidence.Question.Asks(QuestionTurns.WhenOrWhere))
            return [.. evidence.Sentences.OrderBy(s => s.Sentence.Number).Where(s => Requirements.AreMet(s, evidence)).Take(1)];
        if (evidence.IsOfOnlyArticle && evidence.Question.Asks(QuestionTurns.WhetherDay))
            return [.. evidence.Sentences.Where(FullDate.IsIn).OrderBy(s => s.Sentence.Number).Take(1)];
        if (evidence.Question.Asks(QuestionTurns.ToMake) || !evidence.Question.HasContent || evidence.Sentences.Count == 0 || Premises.NamesAnother(evidence) || !IsSpokenOf(evidence))
            return [];
        var topical = evidence.Sentences.Where(s => !CandidateAnswer.IsOfAnother(s, evidence)).MaxBy(s => s.Support) ?? evidence.Sentences[0];
        var leastSupport = Math.Max(CandidateAnswer.LeastSupport(evidence), LeastOfBest * topical.Support);
        if (evidence.Question.Asks(QuestionTurns.Advice) && topical.Support < SureSupport)
            return [];
        var best = evidence.Sentences.FirstOrDefault(s => (CandidateAnswer.IsEnough(s, evidence) && s.Support >= leastSupport && CandidateAnswer.IsAnswer(s, evidence)) || Follows(s, topical, evidence));
        if (best is not null && !Proof.Holds(evidence, best))
            best = evidence.Sentences.FirstOrDefault(s => s.Score >= AsGood * best.Score && s.Coverage > best.Coverage && CandidateAnswer.IsEnough(s, evidence) && s.Support >= leastSupport && CandidateAnswer.IsAnswer(s, evidence) && Proof.Holds(evidence, s));
        if (best is null)
            return [];
        var full = evidence.Sentences.FirstOrDefault(s => FullDate.IsOf(s, best, evidence.Question) && CandidateAnswer.IsEnough(s, evidence) && CandidateAnswer.IsAnswer(s, evidence));
        var isAlone = full is not null || evidence.Question.AsksIdentity || evidence.Question.Asks(QuestionTurns.OfEach);
        return SufficientSet.Of(full ?? best, isAlone, evidence);
    }

    // A short question gives little to be sure by, but all of it may be told.
    private static bool IsSpokenOf(Evidence evidence) =>
        evidence.Confidence >= (evidence.IsOfOnlyArticle ? LeastConfidenceOfOne : LeastConfidence) || evidence.Sentences.Any(s => s.Support >= SelfEvident && CandidateAnswer.IsAnswer(s, evidence));

    // "They signed a treaty on Tuesday. They put their names to it in Vienna": where something was signed is told right behind the sentence
    // that speaks of it, which need not be said again.
    private static bool Follows(RankedSentence sentence, RankedSentence topical, Evidence evidence) =>
        (evidence.Question.Types & (Requirements.RequiredTypes | AnswerTypes.Reason)) != AnswerTypes.Open
        && sentence.Article == topical.Article && sentence.Sentence.Number - topical.Sentence.Number is > 0 and <= RightBehind
        && topical.Support >= TopicalSupport && sentence.Support >= CandidateAnswer.LeastSupport(evidence)
        && sentence.Matches.Any(match => match >= TermMatching.Related) && Requirements.AreMet(sentence, evidence);
}
