using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace Summit.Bot.Evaluating;

/// <summary>How the answer to one gold question turned out.</summary>
/// <param name="Question">The question.</param>
/// <param name="Understood">What was looked up, where the conversation completed the question; null otherwise.</param>
/// <param name="Status">What the bot did: <c>answered</c>, <c>notFound</c>, <c>smallTalk</c>.</param>
/// <param name="Cited">The sentences cited.</param>
/// <param name="IsRight">The status is the expected one, and every sentence of a gold set is cited; or it was refused, where that is as right.</param>
/// <param name="Recall">Best share of a gold set that is cited, from 0 to 1; 0 where nothing is expected.</param>
/// <param name="Precision">Share of the citations that are in some gold set, from 0 to 1; 0 without citations.</param>
/// <param name="IsRightLanguage">The answer is in the language of the question.</param>
/// <param name="Quotations">How many sentences it quotes, the closest one included.</param>
/// <param name="ExactQuotations">How many of them are in the stored article, at their place, to the letter.</param>
/// <param name="Faults">What is wrong with it; empty where nothing is. A right answer may still cite too much.</param>
public sealed record EvaluatedQuestion(
    GoldQuestion Question, string? Understood, string Status, IReadOnlyList<CitedSentence> Cited, bool IsRight, double Recall, double Precision, bool IsRightLanguage,
    int Quotations, int ExactQuotations, IReadOnlyList<Fault> Faults);

/// <summary>A sentence of an article.</summary>
/// <param name="Article">Id of the article.</param>
/// <param name="Number">Number of the sentence, counted from 1.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CitedSentence(string Article, int Number);

/// <summary>Something that is wrong with an answer.</summary>
/// <param name="Kind">What.</param>
/// <param name="Reason">Why, in words, as far as it can be told.</param>
public sealed record Fault(FaultKind Kind, string Reason);

/// <summary>What may be wrong with an answer.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FaultKind>))]
public enum FaultKind
{
    /// <summary>Answerable, but not answered.</summary>
    Refused,

    /// <summary>No sentence of a gold set is cited.</summary>
    WrongSentence,

    /// <summary>Of each gold set a sentence is missing.</summary>
    Incomplete,

    /// <summary>Answered, though no answer is right.</summary>
    FalseAnswer,

    /// <summary>Small talk was taken for a question, or a question for small talk.</summary>
    WrongStatus,

    /// <summary>Beside the right sentences others are cited, which are in no gold set.</summary>
    TooMuch,

    /// <summary>The answer is not in the language of the question.</summary>
    WrongLanguage,

    /// <summary>A quotation is not in the article to the letter.</summary>
    NotExact,
}
