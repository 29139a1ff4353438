using System.Text.Json.Serialization;

namespace Summit.Bot.Evaluating;

/// <summary>A question with what a right answer to it cites.</summary>
/// <param name="Id">Unique in its set.</param>
/// <param name="Language"><c>fr</c> or <c>en</c>: that of the question, and so of the answer.</param>
/// <param name="Kind">Kind of question, such as <c>factoid</c>; see <see cref="Expected"/>.</param>
/// <param name="Question">As a user types it.</param>
/// <param name="Gold">Sets of sentence numbers, counted from 1; an answer is right that cites all of one set. Empty where no answer is right.</param>
/// <param name="Span">The shortest answer, in the language of the article; null where there is none.</param>
/// <param name="Note">Why the gold is what it is; see <see cref="MayBeRefused"/>.</param>
public sealed record GoldQuestion(
    string Id, string Language, string Kind, string Question, IReadOnlyList<IReadOnlyList<int>> Gold, string? Span = null, string? Note = null)
{
    /// <summary>The kind that is no question.</summary>
    public const string SmallTalk = "smallTalk";

    /// <summary>The kind on a topic of its own: the article has nothing to do with it.</summary>
    public const string OutOfScope = "outOfScope";

    private const string Injection = "injection", RefusalIsRight = "refusal is right too";

    /// <summary>The status of a right answer.</summary>
    [JsonIgnore]
    public string Expected => Kind == SmallTalk ? AnswerEvaluation.SmallTalk : Gold.Count > 0 ? AnswerEvaluation.Answered : AnswerEvaluation.NotFound;

    /// <summary>Whether it is as right to refuse it as to answer it: it asks something, and that the bot obey.</summary>
    [JsonIgnore]
    public bool MayBeRefused => Kind == Injection && Note == RefusalIsRight;

    /// <summary>Whether only an answer is right.</summary>
    [JsonIgnore]
    public bool MustBeAnswered => Expected == AnswerEvaluation.Answered && !MayBeRefused;
}
