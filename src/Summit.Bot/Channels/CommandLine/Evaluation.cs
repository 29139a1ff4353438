using Summit.Bot.Answering;
using Summit.Bot.Conversations;
using Summit.Bot.Language;

namespace Summit.Bot.Channels.CommandLine;

/// <summary>How the answer to one gold question turned out.</summary>
/// <param name="Question">The question.</param>
/// <param name="Status">What the bot did: <c>answered</c>, <c>notFound</c>, <c>smallTalk</c>.</param>
/// <param name="Cited">Numbers of the sentences cited.</param>
/// <param name="IsRight">The status is the expected one, and every sentence of a gold set is cited.</param>
/// <param name="Recall">Best share of a gold set that is cited, from 0 to 1; 0 where nothing is expected.</param>
/// <param name="Precision">Share of the citations that are in some gold set, from 0 to 1; 0 without citations.</param>
/// <param name="IsRightLanguage">The answer is in the language of the question.</param>
public sealed record EvaluatedQuestion(
    GoldQuestion Question, string Status, IReadOnlyList<int> Cited, bool IsRight, double Recall, double Precision, bool IsRightLanguage);

/// <summary>Asks every question of a gold set and scores the answers.</summary>
public static class Evaluation
{
    /// <summary>The status of an answer, as the HTTP API names it.</summary>
    public static string StatusOf(Answer answer) => answer switch { Grounded => "answered", SmallTalk => "smallTalk", _ => "notFound" };

    /// <summary>Asks the questions one by one, each as the first of a conversation, with nothing said of its language.</summary>
    public static IReadOnlyList<EvaluatedQuestion> Run(IEnumerable<GoldQuestion> questions, QuestionReader reader, Assistant assistant) =>
        [.. questions.Select(gold => Score(gold, assistant.Answer(reader.Read(gold.Question, asked: null, TextLanguage.French, "eval"))))];

    private static EvaluatedQuestion Score(GoldQuestion gold, Answer answer)
    {
        var cited = answer is Grounded grounded ? grounded.Citations.Select(c => c.Sentence).ToList() : [];
        var recall = gold.Gold.Count == 0 || cited.Count == 0 ? 0 : gold.Gold.Max(set => (double)set.Count(cited.Contains) / set.Count);
        var relevant = gold.Gold.SelectMany(set => set).ToHashSet();
        var precision = cited.Count == 0 ? 0 : (double)cited.Count(relevant.Contains) / cited.Count;
        var status = StatusOf(answer);
        return new EvaluatedQuestion(
            gold, status, cited, status == gold.Expected && (gold.Expected != "answered" || recall >= 1), recall, precision,
            answer.Language.Code() == gold.Language);
    }
}
