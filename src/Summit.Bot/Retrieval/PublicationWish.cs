using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>When the articles that a question wants were published: "the latest news", "in April 2019", "since March 2023".</summary>
/// <param name="From">The first day; null for no beginning.</param>
/// <param name="To">The last day; null for no end.</param>
/// <param name="WantsNewest">Whether newer articles are to come first.</param>
/// <param name="NamesReports">Whether it speaks of news, reports or articles, and so of publication for certain.</param>
/// <param name="Days">Where the dates stand in the question.</param>
/// <param name="Frame">Where the words stand that only say that news are wanted, or the latest.</param>
/// <param name="IsHearsay">Whether it asks what was reported or said, by nobody in particular.</param>
public sealed record PublicationWish(
    DateOnly? From, DateOnly? To, bool WantsNewest, bool NamesReports, IReadOnlyList<Range> Days, IReadOnlyList<Range> Frame, bool IsHearsay)
{
    /// <summary>Days after an event on which it still is news.</summary>
    private const int NewsDays = 3;

    private const double FirstDayAfter = 0.7, LessEachDay = 0.15, DateBonus = 2, ReportBonus = 6;

    /// <summary>Whether it names a time.</summary>
    public bool HasWindow => From is not null || To is not null;

    /// <summary>The last day that an article can be of: news of one day are in the articles of the next ones, too.</summary>
    public DateOnly? LastDay => To is { } to && To == From ? to.AddDays(NewsDays) : To;

    /// <summary>What a sentence of an article that fits entirely gains in score.</summary>
    public double Bonus => NamesReports ? ReportBonus : DateBonus;

    /// <summary>How well an article of that day fits, from 0 to 1.</summary>
    public double Fit(DateOnly? published)
    {
        if (!HasWindow || published is not { } day || day < From || day > LastDay)
            return 0;
        return To is { } to && day > to ? FirstDayAfter - (LessEachDay * (day.DayNumber - to.DayNumber - 1)) : 1;
    }

    /// <summary>The question as it is put to the articles that are wanted: its dates may be those of publication, and "news" is no topic.</summary>
    public QuestionAnalysis Narrow(QuestionAnalysis question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var terms = question.Terms.Select(term =>
            Holds(Days, term.Term) ? term with { IsPublicationDay = true }
            : Holds(Frame, term.Term) ? term with { Importance = 0 } : term).ToList();
        var hasTopic = terms.Exists(term => term is { IsContent: true, IsPublicationDay: false });
        return question with
        {
            Terms = terms, Wish = this, Types = IsHearsay ? question.Types & ~AnswerTypes.Speech : question.Types,
            AsksSummary = question.AsksSummary || (NamesReports && !hasTopic),
        };
    }

    private static bool Holds(IReadOnlyList<Range> ranges, Term term) => ranges.Any(range => term.Start < range.End.Value && term.End > range.Start.Value);
}
