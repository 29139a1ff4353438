using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>Which mentions of a sentence can be the short answer to a question.</summary>
public static class AnswerMentions
{
    private const double SameThing = 0.91;
    private const int Beside = 3, CountedWithin = 25, PrepositionLength = 9;

    /// <summary>The type of question that a mention answers.</summary>
    public static AnswerTypes TypeOf(MentionKind kind) => kind switch
    {
        MentionKind.Date => AnswerTypes.Date,
        MentionKind.TimeOfDay => AnswerTypes.TimeOfDay,
        MentionKind.Place => AnswerTypes.Place,
        MentionKind.Person or MentionKind.State => AnswerTypes.Person,
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
            AnswerTypes.Number when question.Counted is { } counted => wording.Terms.Any(term =>
                term.End > mention.Start && term.Start <= mention.End + CountedWithin && TermMatching.Strength(counted, term) >= SameThing),
            AnswerTypes.Person when question.AsksName && !IsNameOf(terms, wording, mention) => false,
            AnswerTypes.Place => IsWhere(terms, wording, mention),
            _ => true,
        };
    }

    /// <summary>
    /// Whether a place can be where what is asked about happens: "the situation in North Korea" says where the situation
    /// is, not the meeting that the same sentence speaks of.
    /// </summary>
    public static bool IsWhere(IReadOnlyList<QueryTerm> terms, Wording wording, EntityMention mention)
    {
        if (wording.Terms.Any(term => term.Kind != TermKind.Function && term.Start < mention.End && term.End > mention.Start && terms.Any(query => TermMatching.Strength(query.Term, term) >= TermMatching.Least)))
            return true;
        var nearest = wording.Terms.LastOrNull(term => term.End <= mention.Start && term.Kind != TermKind.Function);
        return nearest is not { } before || before.Kind != TermKind.Content || mention.Start - before.End > PrepositionLength
            || terms.Any(query => TermMatching.Strength(query, before, withOpposites: false) >= TermMatching.Least);
    }

    // Asked for the name of an island, "île Rousski" is one though it is a place.
    private static bool IsNameOf(IReadOnlyList<QueryTerm> terms, Wording wording, EntityMention mention) => wording.Terms.Any(term =>
                term.Kind != TermKind.Function && IsBeside(term, mention)
                && terms.Any(query => query.IsContent && TermMatching.Strength(query.Term, term) >= 0.8));

    private static bool IsNamed(IReadOnlyList<QueryTerm> terms, Wording wording, EntityMention mention)
    {
        var inside = wording.Terms.Where(term => term.Start >= mention.Start && term.End <= mention.End && term.Kind != TermKind.Function).ToList();
        return inside.Count > 0 && inside.TrueForAll(term => terms.Any(query =>
            query.IsContent && (query.Term.Kind == TermKind.Name || query.Term.Concepts.All(id => id >= 0)) && TermMatching.Strength(query.Term, term) >= SameThing));
    }

    /// <summary>Characters between a term and a mention; 0 where they overlap.</summary>
    public static int Distance(Term term, EntityMention mention) => Math.Max(0, Math.Max(mention.Start - term.End, term.Start - mention.End));

    private static bool IsBeside(Term term, EntityMention mention) =>
        Distance(term, mention) <= Beside;
}
