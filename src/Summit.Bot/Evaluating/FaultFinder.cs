using System.Globalization;
using Summit.Bot.Answering;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Evaluating;

/// <summary>Says what is wrong with an answer, and why as far as the evidence tells.</summary>
internal static class FaultFinder
{
    /// <summary>A word that the sentence matches less well counts as missing.</summary>
    private const double LeastMatch = 0.5;

    public static IReadOnlyList<Fault> Find(EvaluatedQuestion result, Answer answer, IReadOnlyList<Evidence> evidence)
    {
        var gold = result.Question;
        var faults = new List<Fault>();
        if (!result.IsRight)
            faults.Add(Wrong(result, answer, evidence));
        var beyond = result.Cited.Where(sentence => !gold.IsGold(sentence)).ToList();
        if (result.Recall > 0 && beyond.Count > 0)
            faults.Add(new Fault(FaultKind.TooMuch, $"{Names(beyond, gold)} in no gold set"));
        if (!result.IsRightLanguage)
            faults.Add(new Fault(FaultKind.WrongLanguage, $"the answer is in {answer.Language.Code()}, the question in {gold.Language}"));
        if (result.ExactQuotations < result.Quotations)
            faults.Add(new Fault(FaultKind.NotExact, $"{result.Quotations - result.ExactQuotations} of {result.Quotations} quotations are not in the article to the letter"));
        return faults;
    }

    private static Fault Wrong(EvaluatedQuestion result, Answer answer, IReadOnlyList<Evidence> evidence)
    {
        var gold = result.Question;
        var relevant = gold.Gold.SelectMany(set => set).ToHashSet();
        return (gold.Expected, result.Status) switch
        {
            (AnswerEvaluation.Answered, AnswerEvaluation.NotFound) when answer is NotFound { IsThirdLanguage: true } => new Fault(FaultKind.Refused, "taken for a language that is not spoken here"),
            (AnswerEvaluation.Answered, AnswerEvaluation.NotFound) => new Fault(FaultKind.Refused, $"{Lacking(evidence, gold)}; {Place(relevant, evidence, gold)}"),
            (AnswerEvaluation.Answered, AnswerEvaluation.Answered) when result.Recall > 0 => Incomplete(result, evidence),
            (AnswerEvaluation.Answered, AnswerEvaluation.Answered) => new Fault(FaultKind.WrongSentence, Place(relevant, evidence, gold)),
            (AnswerEvaluation.NotFound, AnswerEvaluation.Answered) => new Fault(FaultKind.FalseAnswer, Lacking(evidence, gold)),
            (_, AnswerEvaluation.SmallTalk) => new Fault(FaultKind.WrongStatus, "taken for small talk"),
            _ => new Fault(FaultKind.WrongStatus, "not taken for small talk"),
        };
    }

    private static Fault Incomplete(EvaluatedQuestion result, IReadOnlyList<Evidence> evidence)
    {
        var gold = result.Question;
        var cited = result.Cited.Where(gold.IsGold).Select(sentence => sentence.Number).ToList();
        var missing = gold.Gold.Select(set => set.Except(cited).ToHashSet()).MinBy(set => set.Count)!;
        return new Fault(FaultKind.Incomplete, $"{Numbers(missing)} not cited; {Place(missing, evidence, gold)}");
    }

    /// <summary>Which words of each clause its best sentence does not hold.</summary>
    private static string Lacking(IReadOnlyList<Evidence> evidence, GoldQuestion gold)
    {
        var clauses = evidence.Where(clause => clause.Sentences.Count > 0).Select(clause => Lacking(clause, gold)).ToList();
        return clauses.Count > 0 ? string.Join("; ", clauses) : "no sentence was found";
    }

    private static string Lacking(Evidence clause, GoldQuestion gold)
    {
        var (question, best) = (clause.Question, clause.Sentences[0]);
        var words = question.Terms.Where((term, t) => term.IsContent && best.Matches[t] < LeastMatch).Select(term => $"\"{term.Written}\"").ToList();
        // Yes or no is asked of a sentence, not held by one; of several things that are asked for one is enough.
        var types = question.Types & ~(AnswerTypes.YesNo | AnswerTypes.Speech);
        if (types != AnswerTypes.Open && (types & best.Found) == AnswerTypes.Open)
            words.Add($"what is asked for ({types})");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"the best sentence {Name(best, gold)} lacks {(words.Count > 0 ? string.Join(", ", words) : "no word")} (coverage {best.Coverage:0.00}, support {best.Support:0.00})");
    }

    /// <summary>Where the first of the sentences stands in the ranking of the clause that has it highest.</summary>
    private static string Place(HashSet<int> numbers, IReadOnlyList<Evidence> evidence, GoldQuestion question)
    {
        var places = evidence.Select(clause => (Clause: clause, Rank: clause.Sentences.TakeWhile(s => !question.IsOn(s.Article.Article.Id) || !numbers.Contains(s.Sentence.Number)).Count()))
            .Where(place => place.Rank < place.Clause.Sentences.Count).ToList();
        if (places.Count == 0)
            return $"gold {Numbers(numbers)} not among the {evidence.Sum(clause => clause.Sentences.Count)} sentences ranked";
        var (found, rank) = places.MinBy(place => place.Rank);
        var (gold, best) = (found.Sentences[rank], found.Sentences[0]);
        return rank == 0
            ? string.Create(CultureInfo.InvariantCulture, $"gold {gold.Sentence.Number} at rank 1 ({gold.Score:0.000})")
            : string.Create(CultureInfo.InvariantCulture, $"gold {gold.Sentence.Number} at rank {rank + 1} ({gold.Score:0.000}) behind {Name(best, question)} ({best.Score:0.000})");
    }

    private static string Name(RankedSentence sentence, GoldQuestion gold) => gold.NameOf(new CitedSentence(sentence.Article.Article.Id, sentence.Sentence.Number));

    private static string Names(IEnumerable<CitedSentence> sentences, GoldQuestion gold) => string.Join(", ", sentences.OrderBy(s => s.Article, StringComparer.Ordinal).ThenBy(s => s.Number).Select(gold.NameOf));

    private static string Numbers(IEnumerable<int> numbers) => string.Join(", ", numbers.Order());
}
