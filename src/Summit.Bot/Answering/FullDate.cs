using Summit.Bot.Language;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Answering;

/// <summary>"Ce jeudi" tells less than "jeudi 25 avril 2019": of two sentences that say when, the one with the whole date answers.</summary>
internal static class FullDate
{
    /// <summary>Whether one sentence has the whole date of the day that another one of its article only gives the name of.</summary>
    /// <param name="full">The one.</param>
    /// <param name="named">The other.</param>
    /// <param name="question">What is asked.</param>
    public static bool IsOf(RankedSentence full, RankedSentence named, QuestionAnalysis question) =>
        question.Types.HasFlag(AnswerTypes.Date) && !question.Asks(QuestionTurns.HowLongAgo) && full.Found.HasFlag(AnswerTypes.Date) && full.Article == named.Article
        && Dates(named) is { Count: > 0 } days && days.TrueForAll(day => !IsWhole(day) && MentionFinder.WeekdayIn(day) is { } weekday && Dates(full).Exists(date => IsWhole(date) && MentionFinder.WeekdayIn(date) == weekday));

    /// <summary>Whether the one has a whole date where the other has none: "jeudi", "nearly twenty years ago".</summary>
    /// <param name="full">The one.</param>
    /// <param name="other">The other.</param>
    /// <param name="question">What is asked.</param>
    public static bool TellsMore(RankedSentence full, RankedSentence other, QuestionAnalysis question) =>
        IsOf(full, other, question)
        || (question is { Types: AnswerTypes.Date, IsCoordinated: false } && !question.Asks(QuestionTurns.HowLongAgo) && Dates(full).Exists(IsWhole) && !Dates(other).Exists(IsWhole));

    /// <summary>Whether a sentence has the name of a day of the week and its whole date.</summary>
    public static bool IsIn(RankedSentence sentence) => Dates(sentence).Exists(date => IsWhole(date) && MentionFinder.WeekdayIn(date) is not null);

    private static List<string> Dates(RankedSentence sentence)
    {
        var wording = sentence.Sentence.Original;
        return wording.MentionsOf(MentionKind.Date).ConvertAll(mention => wording.Text.Substring(mention.Start, mention.Length));
    }

    private static bool IsWhole(string date) => date.AsSpan().ContainsAnyInRange('0', '9');
}
