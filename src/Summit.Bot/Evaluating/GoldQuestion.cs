using System.Globalization;
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
/// <param name="Article">Id of the article that it asks about, whose sentences <paramref name="Gold"/> names; null where there is only one.</param>
public sealed record GoldQuestion(
    string Id, string Language, string Kind, string Question, IReadOnlyList<IReadOnlyList<int>> Gold, string? Span = null, string? Note = null, string? Article = null)
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

    /// <summary>Whether it asks about this article.</summary>
    /// <param name="article">Id of the article.</param>
    public bool IsOn(string article) => Article is null || Article == article;

    /// <summary>Whether a sentence is in some gold set.</summary>
    /// <param name="sentence">The sentence.</param>
    public bool IsGold(CitedSentence sentence) => IsOn(sentence.Article) && Gold.Any(set => set.Contains(sentence.Number));

    /// <summary>How a sentence is called beside the question: by its number, and by its article where that is another one.</summary>
    /// <param name="sentence">The sentence.</param>
    internal string NameOf(CitedSentence sentence) =>
        IsOn(sentence.Article) ? sentence.Number.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{sentence.Article} {sentence.Number}");
}
