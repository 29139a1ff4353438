using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Summit.Bot.Channels.DirectLine;

/// <summary>The conversations that are held in memory: at most as many as configured, idle ones dropped.</summary>
internal sealed class DirectLineConversations : IDisposable
{
    /// <summary>Where a new conversation needs a place, one that was silent that long makes it.</summary>
    private static readonly TimeSpan LeastIdle = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan SweepInterval = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, DirectLineConversation> _conversations = new(StringComparer.Ordinal);
    private readonly Lock _starting = new();
    private readonly DirectLineOptions _options;
    private readonly TimeProvider _time;
    private readonly ITimer _sweep;

    public DirectLineConversations(IOptions<SummitOptions> options, TimeProvider time)
    {
        _options = options.Value.DirectLine;
        _time = time;
        _sweep = time.CreateTimer(_ => Sweep(), null, SweepInterval, SweepInterval);
    }

    /// <summary>How many there are.</summary>
    public int Count => _conversations.Count;

    /// <summary>Finds a conversation and keeps it alive; null where there is none.</summary>
    public DirectLineConversation? Find(string id) => _conversations.TryGetValue(id, out var conversation) && conversation.Use() ? conversation : null;

    /// <summary>Finds the conversation of a token, or starts it.</summary>
    /// <returns>Null when there is no place for another one.</returns>
    public (DirectLineConversation? Conversation, bool IsNew) Start(DirectLineUser user)
    {
        lock (_starting)
        {
            if (Find(user.Conversation) is { } known)
                return (known, false);
            if (_conversations.Count >= _options.MaxConversations && !MakePlace())
                return (null, false);
            var conversation = new DirectLineConversation(user.Conversation, user.User, _time);
            _conversations[user.Conversation] = conversation;
            return (conversation, true);
        }
    }

    public void Dispose() => _sweep.Dispose();

    private bool MakePlace()
    {
        var oldest = _conversations.Values.Where(conversation => conversation.IsIdle(LeastIdle)).MinBy(conversation => conversation.LastUsed);
        return oldest is not null && Drop(oldest, LeastIdle);
    }

    private void Sweep()
    {
        foreach (var conversation in _conversations.Values)
            Drop(conversation, _options.IdleTimeout);
    }

    private bool Drop(DirectLineConversation conversation, TimeSpan idleFor) =>
        conversation.TryEnd(idleFor) && _conversations.TryRemove(KeyValuePair.Create(conversation.Id, conversation));
}
