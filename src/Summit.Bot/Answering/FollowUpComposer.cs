using System.Text.RegularExpressions;
using Summit.Bot.Conversations;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Answering;

/// <summary>What the sentences of the last answer have to do with a question that follows up on it.</summary>
internal static partial class FollowUpComposer
{
    /// <summary>
    /// Answers from what was just cited: "During which period?" where a sentence names one, "Who drew it up?" where one says so. The words of
    /// the question must be there, and what it asks for: a day, a place, a person, a number.
    /// </summary>
    /// <param name="question">The question.</param>
    /// <param name="retrieve">Finds what the articles have on it as it was written.</param>
    /// <returns>The answer, and what was found for it; null where they do not answer.</returns>
    public static (Grounded Answer, Evidence Evidence)? OfTold(Question question, Func<Question, IReadOnlyList<Evidence>> retrieve)
    {
        if (question is not { Written: { } written, Told.Count: > 0 } || retrieve(question with { Text = written, WrittenIn = null, HasContext = false }) is not [var evidence])
            return null;
        var asked = evidence.Question;
        var required = asked.Types & Requirements.RequiredTypes;
        if (required == AnswerTypes.Open || asked.Asks(QuestionTurns.Again) || evidence.Sentences.Count == 0)
            return null;
        var most = evidence.Sentences.Max(sentence => sentence.Support);
        return evidence.Sentences.FirstOrDefault(sentence => IsTold(question, sentence) && (sentence.Found & required) != AnswerTypes.Open && sentence.Support >= most && HoldsAll(asked, sentence)) is { } told
            ? (BuiltinComposer.Ground(question, [(told, evidence)]), evidence)
            : null;
    }

    /// <summary>The question without what the conversation added, where it may be asked so; null where it may not.</summary>
    public static Question? WithoutContext(Question question) => question is { HasContext: true, IsContextLoose: true } && question.Text.LastIndexOf('(') is > 0 and var bracket
        ? question with { Text = $"{question.Text[..bracket].TrimEnd()} ?", HasContext = false, IsContextLoose = false }
        : null;

    /// <summary>Whether "why?" asks why something is not so, as was just cited, and the answer gives no reason for that.</summary>
    public static bool LacksReasonWhyNot(Question question, IReadOnlyList<Evidence> clauses, Grounded answer)
    {
        if (question is not { IsCompleted: true, HasContext: false, Told.Count: > 0 } || !Why().IsMatch(question.Text) || clauses is not [var evidence])
            return false;
        var told = evidence.Sentences.Where(sentence => IsTold(question, sentence)).ToList();
        return told.Count > 0 && told.TrueForAll(Requirements.Denies)
            && !evidence.Sentences.Any(sentence => sentence.Found.HasFlag(AnswerTypes.Reason) && Requirements.Denies(sentence)
                && answer.Citations.Any(citation => citation.Sentence == sentence.Sentence.Number && citation.ArticleId == sentence.Article.Article.Id));
    }

    /// <summary>The evidence without the sentences that were cited: "What else?".</summary>
    public static IReadOnlyList<Evidence> WithoutTold(Question question, IReadOnlyList<Evidence> evidence) =>
        [.. evidence.Select(clause => clause with { Sentences = [.. clause.Sentences.Where(sentence => !IsTold(question, sentence))] })];

    private static bool IsTold(Question question, RankedSentence sentence) =>
        question.Told.Any(told => told.Sentence == sentence.Sentence.Number && told.ArticleId == sentence.Article.Article.Id && told.ArticleVersion == sentence.Article.Article.Version);

    private static bool HoldsAll(QuestionAnalysis asked, RankedSentence sentence)
    {
        for (var t = 0; t < asked.Terms.Count; t++)
        {
            if (asked.Terms[t].IsContent && sentence.Matches[t] < TermMatching.Related)
                return false;
        }

        return true;
    }

    [GeneratedRegex(@"^(pourquoi|pour\s+quelle\s+raison|why|for\s+what\s+reason)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Why();
}
