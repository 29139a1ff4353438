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

    // "Did Japan draw up the roadmap?": where a sentence has all of the rest, it says who else did.
    private static bool IsDenied(Evidence evidence, int absent)
    {
        var terms = evidence.Question.Terms;
        // "… by Japan and Korea" is denied as one.
        bool IsJoined(int t) => Math.Abs(t - absent) == 1 && terms[t].IsNamed && And().IsMatch(evidence.Question.Text[terms[Math.Min(t, absent)].Term.End..terms[Math.Max(t, absent)].Term.Start]);
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
            || (subject + 1 < terms.Count && terms[subject + 1].Term is { IsPersonName: true } next && And().IsMatch(evidence.Question.Text[terms[subject].Term.End..next.Start])))
            return false;
        return sentence.Matches[subject] < TermMatching.Least && evidence.Sentences.Any(other =>
            other.Matches[subject] >= CandidateAnswer.SureMatch && CandidateAnswer.IsEnough(other, evidence) && sentence.Score - other.Score < Requirements.Far
            && Enumerable.Range(0, terms.Count).Any(t => terms[t] is { IsContent: true, IsNamed: false } && other.Matches[t] >= TermMatching.Least));
    }

    [GeneratedRegex(@"^\s*(et|and|n|&|\+|ou|or|-|–)\s*((le|la|les|the)\s+|l['’])?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex And();
}
