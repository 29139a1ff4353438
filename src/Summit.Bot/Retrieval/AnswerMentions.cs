using System.Text.RegularExpressions;
using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>Which mentions of a sentence can be the short answer to a question.</summary>
public static partial class AnswerMentions
{
    private const double SameThing = 0.91;
    private const int Beside = 3, CountedWithin = 25, PrepositionLength = 9, JoinedWithin = 40, AlikeWithin = 16;

    /// <summary>The type of question that a mention answers.</summary>
    public static AnswerTypes TypeOf(MentionKind kind) => kind switch
    {
        MentionKind.Date => AnswerTypes.Date,
        MentionKind.TimeOfDay => AnswerTypes.TimeOfDay,
        MentionKind.Place => AnswerTypes.Place,
        MentionKind.Person or MentionKind.Group or MentionKind.State => AnswerTypes.Person,
        MentionKind.Number => AnswerTypes.Number,
        MentionKind.Duration => AnswerTypes.Duration,
        MentionKind.Reason => AnswerTypes.Reason,
        _ => AnswerTypes.Open,
    };

    /// <summary>
    /// Whether the mention tells something that the question does not: it is not named in it; a number counts what is
    /// counted; a name stands beside the title that is asked about.
    /// </summary>
    /// <param name="question">The clause.</param>
    /// <param name="terms">Its terms, with the article's leaders.</param>
    /// <param name="wording">The wording that holds the mention.</param>
    /// <param name="mention">The mention.</param>
    public static bool CanAnswer(QuestionAnalysis question, IReadOnlyList<QueryTerm> terms, Wording wording, EntityMention mention)
    {
        var type = TypeOf(mention.Kind);
        if (question.AsksName && mention.Kind == MentionKind.Place)
            return !IsNamed(terms, wording, mention) && IsNameOf(terms, wording, mention);
        if (type == AnswerTypes.Open || (type != AnswerTypes.Reason && IsNamed(terms, wording, mention)))
            return false;
        return type switch
        {
            AnswerTypes.Date when question.Asks(QuestionTurns.Calendar) => wording.Text.AsSpan(mention.Start, mention.Length).ContainsAnyInRange('0', '9'),
            AnswerTypes.Date when question.Asks(QuestionTurns.Period) => !Day().IsMatch(wording.Text.AsSpan(mention.Start, mention.Length)),
            AnswerTypes.Number => IsQuantity(question, wording, mention),
            AnswerTypes.Person when question.AsksName && (mention.Kind == MentionKind.Group || (question.AsksSomebody && mention.Kind == MentionKind.State) || !IsNameOf(terms, wording, mention)) => false,
            AnswerTypes.Place => question.Asks(QuestionTurns.OfPlace) || IsWhere(terms, wording, mention),
            _ => true,
        };
    }

    // The year of a date counts nothing.
    private static bool IsQuantity(QuestionAnalysis question, Wording wording, EntityMention mention)
    {
        if (wording.MentionsOf(MentionKind.Date).Exists(date => date.Start <= mention.Start && date.End >= mention.End))
            return false;
        if (question.Measure != AskedMeasure.None)
            return Measures.IsOf(question.Measure, wording.Text, mention);
        return question.Counted is not { } counted || wording.Terms.Any(term => term.End > mention.Start
            && ((term.Start <= mention.End + CountedWithin && TermMatching.Strength(counted, term) >= SameThing)
                || (term.Start <= mention.End + AlikeWithin && IsAlike(question, counted, term))));
    }

    // "How many dead?" is told by "three people were killed".
    private static bool IsAlike(QuestionAnalysis question, Term counted, Term term) =>
        question.Terms.Any(query => query.Term.Start == counted.Start && TermMatching.Strength(query, term, withOpposites: false) >= TermMatching.Related);

    /// <summary>
    /// Whether a place can be where what is asked about happens: "the situation in North Korea" says where the situation
    /// is, not the meeting that the same sentence speaks of.
    /// </summary>
    public static bool IsWhere(IReadOnlyList<QueryTerm> terms, Wording wording, EntityMention mention)
    {
        if (wording.Terms.Any(term => term.Kind != TermKind.Function && term.Start < mention.End && term.End > mention.Start && terms.Any(query => TermMatching.Strength(query.Term, term) >= TermMatching.Least)))
            return true;
        var nearest = wording.Terms.LastOrNull(term => term.End <= mention.Start && term.Kind != TermKind.Function);
        return nearest is not { } before || before.Kind != TermKind.Content || !before.Lexeme.IsNoun || mention.Start - before.End > PrepositionLength
            || terms.Any(query => query.IsContent && TermMatching.Strength(query, before, withOpposites: false) >= TermMatching.Least);
    }

    // Asked for the name of an island, "île Rousski" is one though it is a place.
    private static bool IsNameOf(IReadOnlyList<QueryTerm> terms, Wording wording, EntityMention mention) => wording.Terms.Any(term =>
                term.Kind != TermKind.Function && (IsBeside(term, mention) || IsJoined(term, wording, mention))
                && terms.Any(query => query.IsContent && TermMatching.Strength(query.Term, term) >= 0.8));

    private static bool IsNamed(IReadOnlyList<QueryTerm> terms, Wording wording, EntityMention mention)
    {
        // "Deux gardiens": what is counted may be named, how many there are not.
        var end = mention.Kind == MentionKind.Number ? mention.Start + FirstWord(wording.Text.AsSpan(mention.Start, mention.Length)) : mention.End;
        var inside = wording.Terms.Where(term => term.Start >= mention.Start && term.End <= end && term.Kind != TermKind.Function).ToList();
        return inside.Count > 0 && inside.TrueForAll(term => terms.Any(query =>
            query.IsContent && (query.Term.Kind == TermKind.Name || query.Term.Concepts.All(id => id >= 0)) && TermMatching.Strength(query.Term, term) >= SameThing));
    }

    private static int FirstWord(ReadOnlySpan<char> text) => text.IndexOf(' ') is >= 0 and var end && char.IsLetter(text[0]) ? end : text.Length;

    /// <summary>Characters between a term and a mention; 0 where they overlap.</summary>
    public static int Distance(Term term, EntityMention mention) => Math.Max(0, Math.Max(mention.Start - term.End, term.Start - mention.End));

    // "The premier of Victoria is Daniel Andrews", "Lovelace was the first director".
    private static bool IsJoined(Term term, Wording wording, EntityMention mention)
    {
        var (start, end) = term.End <= mention.Start ? (term.End, mention.Start) : (mention.End, term.Start);
        return start <= end && end - start <= JoinedWithin && Joint().IsMatch(wording.Text.AsSpan(start, end - start));
    }

    private static bool IsBeside(Term term, EntityMention mention) =>
        Distance(term, mention) <= Beside;

    [GeneratedRegex(@"^(\s+(of|for|du|de|des|d)\b['’]?(\s+(la|le|the))?\s+[\p{L}'’-]+(\s+\p{Lu}[\p{L}'’-]+)*)?[\s,:(]+((is|was|were|are|became|est|était|fut|sont|devient|devint|named|called|nommée?s?|appelée?s?|baptisée?s?|currently|now|still|the|a|an|le|la|l['’]|un|une|new|then|future|futur)[\s:,]*)*[«“""]?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Joint();

    [GeneratedRegex(@"\b(lun|mar|mercre|jeu|vendre|same)di\b|\bdimanche\b|\b(mon|tues|wednes|thurs|fri|satur|sun)day\b|\b\d{1,2}(er)?\s+(janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc)|\b(jan|feb|mar|apr|may|june|july|aug|sep|oct|nov|dec)\p{L}*\s+\d{1,2}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Day();
}
