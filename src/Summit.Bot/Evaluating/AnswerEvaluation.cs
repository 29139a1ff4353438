using Summit.Bot.Answering;
using Summit.Bot.Channels;
using Summit.Bot.Conversations;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Evaluating;

/// <summary>Asks every question of a set and scores the answers.</summary>
public static class AnswerEvaluation
{
    /// <summary>Status of an answer with citations, as <see cref="Answer.Status"/>.</summary>
    public const string Answered = "answered";

    /// <summary>Status of a refusal.</summary>
    public const string NotFound = "notFound";

    /// <summary>Status of a reply to small talk.</summary>
    public const string SmallTalk = "smallTalk";

    private const string Channel = "eval";

    /// <summary>Asks the questions one by one, as a channel does: each conversation by itself, remembered in memory alone, with nothing said of its language.</summary>
    /// <param name="set">The questions.</param>
    /// <param name="core">Answers them, from the articles of the set, too.</param>
    /// <param name="options">How much of a conversation is remembered.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="TimeoutException">An answer took longer than it may.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static async Task<IReadOnlyList<EvaluatedQuestion>> RunAsync(QuestionSet set, BotCore core, ConversationsOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(core);
        var index = InMemoryRetriever.With(core.Index, set.Articles, core.Embedder);
        var asked = index == core.Index ? core : core.Over(InMemoryRetriever.Of(index, RankingVariant.Complete, core.Embedder), isWithModel: true);
        var results = new List<EvaluatedQuestion>();
        foreach (var conversation in set.Conversations)
        {
            Conversation? known = null;
            foreach (var gold in conversation)
            {
                var turn = await Dialogue.AnswerAsync(asked, new Asking(gold.Question, Channel, Channel, known, Address: null), options, TimeProvider.System, onProved: null, cancellationToken);
                known = turn.Conversation ?? known;
                results.Add(Score(gold, turn.Answered, index));
            }
        }

        return results;
    }

    /// <summary>Scores an answer.</summary>
    internal static EvaluatedQuestion Score(GoldQuestion gold, Answered answered, PassageIndex index)
    {
        var answer = answered.Answer;
        var quoted = answer.Shown.ToList();
        var exact = quoted.Count(c => c.IsExactIn(index.Articles.GetValueOrDefault(c.ArticleId)?.Article.Text));
        var cited = answer is Grounded ? quoted.ConvertAll(c => new CitedSentence(c.ArticleId, c.Sentence)) : [];
        var right = cited.Where(gold.IsGold).Select(c => c.Number).ToHashSet();
        var recall = right.Count == 0 ? 0 : gold.Gold.Max(set => (double)set.Count(right.Contains) / set.Count);
        var precision = cited.Count == 0 ? 0 : (double)cited.Count(gold.IsGold) / cited.Count;
        var isRight = answer.Status == gold.Expected ? gold.Expected != Answered || recall >= 1 : gold.MayBeRefused && answer.Status == NotFound;
        var result = new EvaluatedQuestion(
            gold, answer.Understood, answer.Status, cited, isRight, recall, precision, answer.Language.Code() == gold.Language, quoted.Count, exact, []);
        return result with { Faults = FaultFinder.Find(result, answer, answered.Trace.Evidence) };
    }
}
