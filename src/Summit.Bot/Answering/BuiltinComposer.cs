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
    private const double LeastSupport = 0.60, LeastCoverage = 0.25, ClosestCoverage = 0.25;
    private const double JoinedCoverage = 0.8;
    private const int MostSentences = 3;

    private const AnswerTypes RequiredTypes = AnswerTypes.Date | AnswerTypes.Place | AnswerTypes.Person | AnswerTypes.Number | AnswerTypes.TimeOfDay;

    /// <summary>Turns evidence into an answer in the language of the question.</summary>
    public Answer Compose(Question question, Evidence evidence)
    {
        var chosen = Choose(evidence);
        if (chosen.Count == 0)
            return Refuse(question, evidence);
        var statements = chosen.OrderBy(c => c.Article.Article.Id, StringComparer.Ordinal).ThenBy(c => c.Sentence.Number)
            .Select((c, i) => new Statement(AnswerSpan.Find(evidence.Question, c), Citation.Of(c.Article.Article, c.Sentence.Number, i + 1, question.Language)))
            .ToList();
        return new Grounded(question.Language, statements);
    }

    private static NotFound Refuse(Question question, Evidence evidence)
    {
        var closest = evidence.Sentences.Count > 0 && evidence.Sentences[0].Coverage >= ClosestCoverage ? evidence.Sentences[0] : null;
        return new NotFound(
            question.Language,
            [.. evidence.Question.Terms.Where(term => term.IsContent).Select(term => question.Text[term.Term.Start..term.Term.End])],
            closest is null ? null : Citation.Of(closest.Article.Article, closest.Sentence.Number, 1, question.Language),
            IsThirdLanguage: false);
    }

    private static List<RankedSentence> Choose(Evidence evidence)
    {
        var question = evidence.Question;
        var required = question.Types & RequiredTypes;
        var best = evidence.Sentences.FirstOrDefault(s => IsAnswer(s, required, question));
        if (best is null)
            return [];
        var chosen = new List<RankedSentence> { best };
        if (!question.IsCoordinated)
            return chosen;
        while (chosen.Count < MostSentences && Complement(evidence, chosen, required) is { } more)
            chosen.Add(more);
        return chosen;
    }

    private static bool IsAnswer(RankedSentence sentence, AnswerTypes required, QuestionAnalysis question) =>
        question.HasContent && sentence.Support >= LeastSupport && sentence.Coverage >= LeastCoverage
        && (required == AnswerTypes.Open || (sentence.Found & required) != AnswerTypes.Open);

    // Another sentence joins when it holds a term, a speaker or a type of answer that those chosen lack.
    private static RankedSentence? Complement(Evidence evidence, List<RankedSentence> chosen, AnswerTypes required)
    {
        var question = evidence.Question;
        var found = chosen.Aggregate(AnswerTypes.Open, (all, s) => all | s.Found);
        var missingTypes = required & ~found;
        foreach (var sentence in evidence.Sentences.Except(chosen))
        {
            if (sentence.Support < LeastSupport)
                continue;
            if ((sentence.Found & missingTypes) != AnswerTypes.Open)
                return sentence;
            for (var t = 0; t < question.Terms.Count; t++)
            {
                if (question.Terms[t].IsContent && sentence.Matches[t] >= JoinedCoverage && chosen.TrueForAll(c => c.Matches[t] < 0.5))
                    return sentence;
            }
        }

        return null;
    }
}
