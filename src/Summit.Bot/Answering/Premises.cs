using System.Text.RegularExpressions;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Answering;

/// <summary>Whether a question takes for granted somebody or something that the articles do not tell of.</summary>
internal static partial class Premises
{
    private const double UnknownSupport = 0.65;
    private const int LongWord = 4;

    // A name, a people or a number that the articles do not have says that something else is meant; so does, of yes or no, what it is asked of,
    // and what is asked for: "which hotel".
    public static bool NamesAnother(Evidence evidence)
    {
        var terms = evidence.Question.Terms;
        var subject = evidence.Question.Types == AnswerTypes.YesNo ? Enumerable.Range(0, terms.Count).FirstOrDefault(t => terms[t] is { IsContent: true, IsModifier: false }, -1) : -1;
        for (var t = 0; t < terms.Count; t++)
        {
            if (IsToldAlternative(t, evidence))
                continue;
            if (terms[t].IsContent && (terms[t].IsNamed || ((t == subject || terms[t].IsAskedFor) && terms[t].Term.Lexeme.IsNoun)) && evidence.IsAbsent(t))
                return !IsDenied(evidence, t);
            // "The Chinese president" is somebody, too.
            if (terms[t].IsContent && terms[t].Term.Concepts.Any(concept => LeaderResolver.CountryOf(concept) is not null && !IsSpokenOf(concept, evidence)))
                return true;
            // So does a word that not even the lexicon has, where there is little of the rest.
            if (terms[t] is { IsContent: true, IsGuess: false, IsCircumstance: false, Term: { Kind: TermKind.Content, Concepts.Count: 0, Folded.Length: >= LongWord } } && evidence.Sentences[0].Support < UnknownSupport && evidence.IsAbsent(t))
                return true;
            if (CandidateAnswer.IsParticular(terms[t]) && evidence.IsNearAtMost(t))
                return !IsDenied(evidence, t);
        }

        return false;
    }

    private static bool IsSpokenOf(int concept, Evidence evidence) =>
        evidence.Sentences.Any(sentence => sentence.Sentence.Wordings.Any(wording => wording.Terms.Any(term => term.Concepts.Contains(concept))));

    // "In Moscow or in Vladivostok?": where the articles tell of one, that settles it.
    private static bool IsToldAlternative(int t, Evidence evidence)
    {
        var terms = evidence.Question.Terms;
        bool IsTold(int other) => other >= 0 && other < terms.Count && terms[other].IsContent
            && Or().IsMatch(Between(evidence.Question, Math.Min(t, other))) && !evidence.IsNearAtMost(other);
        return IsTold(t - 1) || IsTold(t + 1);
    }

    // The words between a term and the next one; none where the next is of another clause.
    private static string Between(QuestionAnalysis question, int t) =>
        (question.Terms[t].Term.End, question.Terms[t + 1].Term.Start) is var (start, end) && start <= end && end <= question.Text.Length ? question.Text[start..end] : "";

    // "Did Japan draw up the roadmap?": where a sentence has all of the rest, it says who else did.
    private static bool IsDenied(Evidence evidence, int absent)
    {
        var terms = evidence.Question.Terms;
        // "… by Japan and Korea" is denied as one.
        bool IsJoined(int t) => Math.Abs(t - absent) == 1 && terms[t].IsNamed && And().IsMatch(Between(evidence.Question, Math.Min(t, absent)));
        var rest = Enumerable.Range(0, terms.Count).Where(t => t != absent && terms[t] is { IsContent: true, IsCircumstance: false } && !IsJoined(t)).ToList();
        return evidence.Question.Types == AnswerTypes.YesNo && (terms[absent].Term.Kind == TermKind.Name || terms[absent].IsParticular) && rest.Count(t => terms[t].Term.Kind != TermKind.Name) >= 2
            && evidence.Sentences.Any(s => rest.TrueForAll(t => s.Matches[t] >= CandidateAnswer.JoinedMatch || (terms[t].Term.Kind == TermKind.Name && s.Matches[t] >= TermMatching.Least)));
    }

    // Whether Kim did something is not told of somebody else, where a sentence nearly as good tells something of the kind of him.
    public static bool IsOfAnotherSubject(RankedSentence sentence, Evidence evidence)
    {
        var terms = evidence.Question.Terms;
        var subject = evidence.Question.Types == AnswerTypes.YesNo ? Enumerable.Range(0, terms.Count).FirstOrDefault(t => terms[t].IsContent, -1) : -1;
        // "Did Kim and Putin shake hands?" may be told of "them".
        if (subject < 0 || terms[subject] is not { MayAct: true, IsContext: false, Term.IsPersonName: true }
            || (subject + 1 < terms.Count && terms[subject + 1].Term.IsPersonName && And().IsMatch(Between(evidence.Question, subject))))
            return false;
        // "They shook hands": two who are asked about are they.
        if (terms.Count(term => term is { IsContent: true, IsContext: false, Term.IsPersonName: true }) > 1 && sentence.Sentence.Wordings.Any(wording => They().IsMatch(wording.Text)))
            return false;
        return sentence.Matches[subject] < TermMatching.Least && evidence.Sentences.Any(other =>
            other.Matches[subject] >= CandidateAnswer.SureMatch && CandidateAnswer.IsEnough(other, evidence) && sentence.Score - other.Score < Requirements.Far
            && Enumerable.Range(0, terms.Count).Any(t => terms[t] is { IsContent: true, IsNamed: false } && other.Matches[t] >= TermMatching.Least));
    }

    [GeneratedRegex(@"^\W*(ils|elles|tous\s+(les\s+)?deux|les\s+deux|they|both|the\s+two)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex They();

    // "Un traité ou une poignée de main ?"
    [GeneratedRegex(@"^\W*(ou|or)(\s+(bien|à|au|aux|en|dans|avec|un|une|le|la|les|des|a|an|the|in|at|to|with|by|on))*\s*(l['’])?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Or();

    [GeneratedRegex(@"^\s*(et|and|n|&|\+|ou|or|-|–)\s*((le|la|les|the)\s+|l['’])?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex And();
}
