using Microsoft.Extensions.Caching.Memory;
using Summit.Bot.Answering;

namespace Summit.Bot.Channels.Activities;

/// <summary>
/// The last answers of conversations, so that a vote finds its answer and <c>sources</c> its sentences: in memory, of at most 10,000
/// conversations, each forgotten an hour after its last answer.
/// </summary>
public sealed class AnswerMemory : IDisposable
{
    private const int MostConversations = 10_000, MostAnswers = 20;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MostConversations });

    /// <summary>Remembers an answer.</summary>
    /// <param name="conversation">Channel and conversation.</param>
    /// <param name="activityId">The id that the channel gave to the message; null where it gave none.</param>
    /// <param name="answer">The answer.</param>
    public void Add(string conversation, string? activityId, Answer answer)
    {
        var answers = _cache.Get<IReadOnlyList<(string? ActivityId, Answer Answer)>>(conversation) ?? [];
        _cache.Set<IReadOnlyList<(string?, Answer)>>(
            conversation, [.. answers.TakeLast(MostAnswers - 1), (activityId, answer)], new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Lifetime });
    }

    /// <summary>The answer that a message gave; the last one where the message is not known.</summary>
    public Answer? Find(string conversation, string? activityId)
    {
        var answers = Answers(conversation);
        return answers.LastOrDefault(a => activityId is not null && a.ActivityId == activityId).Answer ?? (answers is [.., var last] ? last.Answer : null);
    }

    /// <summary>The answer of a conversation that has an id; null where it is not known, or another conversation's.</summary>
    public Answer? FindAnswer(string conversation, string? answerId) => Answers(conversation).LastOrDefault(a => a.Answer.Id == answerId).Answer;

    /// <summary>The last answer that cited something.</summary>
    public Grounded? LastGrounded(string conversation) => Answers(conversation).Select(a => a.Answer).OfType<Grounded>().LastOrDefault();

    /// <summary>Forgets the answers of a conversation.</summary>
    public void Forget(string conversation) => _cache.Remove(conversation);

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();

    private IReadOnlyList<(string? ActivityId, Answer Answer)> Answers(string conversation) =>
        _cache.Get<IReadOnlyList<(string?, Answer)>>(conversation) ?? [];
}
