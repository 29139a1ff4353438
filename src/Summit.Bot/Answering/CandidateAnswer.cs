using Summit.Bot.Language;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Answering;

/// <summary>Whether a sentence may answer a question.</summary>
internal static class CandidateAnswer
{
    /// <summary>Share of what a question asks that a sentence must have, with its context: less where there is one article alone, which is what is asked about.</summary>
    public static double LeastSupport(Evidence evidence) => evidence.IsOfOnlyArticle ? LeastSupportOfOne : LeastSupportOfMany;

    /// <summary>Strength from which a word of a sentence is the word of the question: a synonym, no loose relation.</summary>
    public const double SureMatch = 0.7;

    /// <summary>Strength from which it is the same word, in either language.</summary>
    public const double JoinedMatch = 0.9;

    private const double LeastCoverage = 0.2;

    private const double LeastSupportOfOne = 0.36, LeastSupportOfMany = 0.46;

    /// <summary>Whether a sentence has enough of the question to be looked at.</summary>
    public static bool IsEnough(RankedSentence sentence, Evidence evidence) => sentence.Coverage >= LeastCoverage && sentence.Support >= LeastSupport(evidence);

    /// <summary>Whether a sentence has a word of the question and what is asked for, and tells it of whom it is asked.</summary>
    public static bool IsAnswer(RankedSentence sentence, Evidence evidence) =>
        HoldsAWord(evidence, sentence) && Requirements.AreMet(sentence, evidence) && !Premises.IsOfAnotherSubject(sentence, evidence);

    /// <summary>Whether another says it than the one whose words are asked for.</summary>
    public static bool IsOfAnother(RankedSentence sentence, Evidence evidence) =>
        sentence.AskedSpeakers.Count == 0 && sentence.Sentence.Speakers.Count > 0 && evidence.Question.HasHolder;

    // Loose relations, contradictions and context prove little: a noun, a verb or a name must stand in the sentence itself,
    // or else every word of content must be there in other words.
    private static bool HoldsAWord(Evidence evidence, RankedSentence sentence)
    {
        var question = evidence.Question;
        var content = Enumerable.Range(0, question.Terms.Count).Where(t => question.Terms[t] is { IsContent: true, IsGuess: false }).ToList();
        // Where a misspelt word is all there is, it is what was meant; of many articles there is always one that has it.
        if (content.Count == 0 && evidence.IsOfOnlyArticle)
            content = [.. Enumerable.Range(0, question.Terms.Count).Where(t => question.Terms[t].IsContent)];
        // What the conversation added says nothing of what is asked now, where the question has words of its own; "did they get it?" and "why there?" have none.
        if (content.Exists(t => !question.Terms[t].IsContext))
            content.RemoveAll(t => question.Terms[t].IsContext);
        else if (content.Count > 0 && (question.Types == AnswerTypes.YesNo || (question.Types.HasFlag(AnswerTypes.Reason) && !sentence.Found.HasFlag(AnswerTypes.Reason))))
            return false;
        // Nor does what is said of the time: "Where did he sleep during his visit?"
        if (question.Types != AnswerTypes.YesNo && content.Exists(t => question.Terms[t].IsCircumstance) && content.Exists(t => !question.Terms[t].IsCircumstance)
            && content.TrueForAll(t => question.Terms[t].IsCircumstance || sentence.Matches[t] < TermMatching.Least))
            return false;
        // What somebody says need not name who says it.
        return content.Exists(t => (!question.Terms[t].IsModifier || sentence.AskedSpeakers.Count > 0) && sentence.Matches[t] >= SureMatch)
            || (content.Count > 0 && content.TrueForAll(t => sentence.Matches[t] >= TermMatching.Related));
    }

    /// <summary>Whether a term names a particular kind of thing that the question is about.</summary>
    public static bool IsParticular(QueryTerm term) => term is { IsParticular: true, IsContent: true, IsCircumstance: false, IsGuess: false };
}
