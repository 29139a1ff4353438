using Summit.Bot.Language;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Answering;

/// <summary>The sentences that answer together, where one alone does not or another one may as well.</summary>
internal static class SufficientSet
{
    /// <summary>The most sentences of an answer to a clause.</summary>
    public const int Most = 4;

    private const double Near = 0.9, NearWhereSupported = 0.85;
    private const int MostAsGood = 3;

    /// <summary>The sentences to cite.</summary>
    /// <param name="best">The one that answers best.</param>
    /// <param name="isAlone">Whether none that is only as good is wanted.</param>
    /// <param name="evidence">What was found for the clause.</param>
    public static List<RankedSentence> Of(RankedSentence best, bool isAlone, Evidence evidence)
    {
        var chosen = new List<RankedSentence> { best };
        if (!isAlone)
            AddAsGood(chosen, evidence);
        while (chosen.Count < Most && Complement(evidence, chosen) is { } more)
            chosen.Add(more);
        return chosen;
    }

    // Where sentences of an article are so near to the best one, any of them may be the one that answers.
    private static void AddAsGood(List<RankedSentence> chosen, Evidence evidence)
    {
        var best = chosen[0];
        foreach (var sentence in evidence.Sentences)
        {
            if (chosen.Count == MostAsGood)
                break;
            if (sentence != best && IsAsGood(sentence, best, evidence.Question) && !CandidateAnswer.IsOfAnother(sentence, evidence) && CandidateAnswer.IsEnough(sentence, evidence) && CandidateAnswer.IsAnswer(sentence, evidence)
                && !FullDate.TellsMore(best, sentence, evidence.Question) && !chosen.Exists(other => TellsTheSame(sentence, other, evidence.Question)))
                chosen.Add(sentence);
        }

        if (chosen.Exists(sentence => sentence.AskedSpeakers.Count > 0))
            chosen.RemoveAll(sentence => CandidateAnswer.IsOfAnother(sentence, evidence));
    }

    // The more so where it has as much of the question; not where it lacks a person whom the question and the best one name, unless it has the words of
    // the one whose words are asked for: "your visit".
    private static bool IsAsGood(RankedSentence sentence, RankedSentence best, QuestionAnalysis question) =>
        sentence.Article == best.Article && sentence.Score >= (sentence.Support >= best.Support ? NearWhereSupported : Near) * best.Score
        && ((question.HasHolder && sentence.AskedSpeakers.Count > 0) || !LacksPerson(sentence, best, question));

    private static bool LacksPerson(RankedSentence sentence, RankedSentence best, QuestionAnalysis question) =>
        Enumerable.Range(0, question.Terms.Count).Any(t => question.Terms[t] is { IsContent: true, Term.IsPersonName: true } && best.Matches[t] >= CandidateAnswer.SureMatch && sentence.Matches[t] < TermMatching.Least);

    // Of two sentences with the same short answer one is enough.
    private static bool TellsTheSame(RankedSentence sentence, RankedSentence other, QuestionAnalysis question) =>
        (question.Types & Requirements.RequiredTypes) != AnswerTypes.Open && AnswerSpan.Find(question, other) is { } span && AnswerSpan.Find(question, sentence) == span;

    // Another sentence joins when it holds a type of answer, a speaker or a joined word that those chosen lack.
    private static RankedSentence? Complement(Evidence evidence, List<RankedSentence> chosen)
    {
        var question = evidence.Question;
        var missing = question.Types & Requirements.RequiredTypes & ~chosen.Aggregate(AnswerTypes.Open, (all, s) => all | s.Found);
        var speakers = (question.Types.HasFlag(AnswerTypes.Speech) || question.HasHolder) && question.IsCoordinated
            ? evidence.Actors.Except(chosen.SelectMany(s => s.AskedSpeakers)).ToHashSet() : [];
        if (question.Asks(QuestionTurns.OfEach))
            return chosen.Count > 1 ? null : evidence.Sentences.FirstOrDefault(sentence => sentence.Support >= CandidateAnswer.LeastSupport(evidence) && sentence.AskedSpeakers.Count > 0 && sentence.Sentence.Speakers.Except(chosen[0].Sentence.Speakers).Any());
        return evidence.Sentences.Except(chosen).FirstOrDefault(sentence =>
            sentence.Support >= CandidateAnswer.LeastSupport(evidence)
            // What an older article says may not be so any more.
            && (question.Wish is null || sentence.Article.Article.Published == chosen[0].Article.Article.Published)
            && ((sentence.Found & missing) != AnswerTypes.Open
                || sentence.AskedSpeakers.Any(speakers.Contains)
                || (question.IsCoordinated && MayBeSeveral(question, sentence) && HoldsWhatLacks(question, sentence, chosen))));
    }

    private static bool MayBeSeveral(QuestionAnalysis question, RankedSentence sentence) =>
        question.Types is AnswerTypes.Open or AnswerTypes.YesNo or AnswerTypes.Speech || (question.Types == AnswerTypes.Number && sentence.Found.HasFlag(AnswerTypes.Number));

    // "Were Russia and Korea allies" asks of both at once: a sentence that has nothing but Russia to add adds nothing.
    private static bool HoldsWhatLacks(QuestionAnalysis question, RankedSentence sentence, List<RankedSentence> chosen)
    {
        if (sentence.SpecificSupport < Requirements.LeastSpecific)
            return false;
        var content = Enumerable.Range(0, question.Terms.Count).Where(t => question.Terms[t].IsContent).ToList();
        // What somebody said of one thing and of another he may say in other words.
        var leastMatch = question.Types.HasFlag(AnswerTypes.Speech) ? TermMatching.Synonym : CandidateAnswer.JoinedMatch;
        var saysMore = content.Exists(t => question.Terms[t].Term.Kind != TermKind.Name && sentence.Matches[t] >= TermMatching.Synonym && chosen.TrueForAll(c => c.Matches[t] < sentence.Matches[t]));
        return content.Exists(t => (saysMore || question.Terms[t].Term.Kind != TermKind.Name)
            && sentence.Matches[t] >= leastMatch && chosen.TrueForAll(c => c.Matches[t] < TermMatching.Least));
    }
}
