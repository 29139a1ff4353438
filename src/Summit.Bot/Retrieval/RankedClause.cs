using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>What the ranking needs of a clause of a question, made once for all articles. Immutable.</summary>
internal sealed class RankedClause
{
    private const double HardlyAnything = 1e-9;

    public RankedClause(QuestionAnalysis question, double[] weights, LetterQuery letters, Lexicon lexicon, IReadOnlyList<double> ranking)
    {
        Question = question;
        Weights = weights;
        Letters = letters;
        Lexicon = lexicon;
        Ranking = ranking;
        IsName = [.. question.Terms.Select(query => query.Term.Kind is TermKind.Name or TermKind.Number)];
        IsOfRelatives = !IsName.Contains(true) || Kinship.IsIn(question.Text);
        Actors = [.. Enumerable.Range(0, question.Terms.Count).Where(t => question.HasHolder ? question.Terms[t].IsHolder : LeaderResolver.CanAct(question.Terms[t].Term) && question.Terms[t].MayAct)];
        Wanted = [.. MentionFinder.Apart.Where(Wants)];
        AsksWeekday = question.Terms.Any(query => query.Term.Folded is "weekday" or "semaine" or "week");
        AllWeight = Math.Max(HardlyAnything, weights.Sum());
    }

    /// <summary>The clause.</summary>
    public QuestionAnalysis Question { get; }

    /// <summary>What each of its terms counts for.</summary>
    public double[] Weights { get; }

    /// <summary>All of <see cref="Weights"/> together; above 0.</summary>
    public double AllWeight { get; }

    /// <summary>Whether it may mean somebody's relatives, or names nobody.</summary>
    public bool IsOfRelatives { get; }

    /// <summary>The terms, by index, that name whose words are asked for; where it does not say, all that can act.</summary>
    public int[] Actors { get; }

    /// <summary>Which terms are names or numbers.</summary>
    public bool[] IsName { get; }

    /// <summary>The kinds of mention that can answer it, of those that are found apart.</summary>
    public MentionKind[] Wanted { get; }

    /// <summary>Whether it asks for a day of the week.</summary>
    public bool AsksWeekday { get; }

    /// <summary>Its letters.</summary>
    public LetterQuery Letters { get; }

    /// <summary>The concepts.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>The weights of the features (<see cref="RankingWeights"/>).</summary>
    public IReadOnlyList<double> Ranking { get; }

    private bool Wants(MentionKind kind) => kind switch
    {
        MentionKind.Person => (Question.Types & (AnswerTypes.Person | AnswerTypes.Place)) != AnswerTypes.Open,
        MentionKind.Group => Question.Types.HasFlag(AnswerTypes.Person) && !Question.AsksName,
        _ => (Question.Types & AnswerMentions.TypeOf(kind)) != AnswerTypes.Open,
    };
}
