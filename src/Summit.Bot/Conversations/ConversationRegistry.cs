using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Summit.Bot.Language;

namespace Summit.Bot.Conversations;

/// <summary>
/// The conversations under way, in memory: at most <see cref="Capacity"/>, each forgotten <see cref="Lifetime"/> after its last
/// message; when there are too many, the one that has been silent longest goes. Safe for several threads.
/// </summary>
public sealed class ConversationRegistry
{
    /// <summary>The most conversations that are remembered.</summary>
    public const int Capacity = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Channel, string Id), LinkedListNode<Conversation>> _byId = [];
    private readonly LinkedList<Conversation> _oldestFirst = new();
    private readonly TimeProvider _time;

    /// <summary>Makes an empty registry.</summary>
    public ConversationRegistry(TimeProvider time) => _time = time;

    /// <summary>How long a silent conversation is remembered.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromHours(1);

    /// <summary>An id that nobody can guess: 128 random bits, in hexadecimal digits.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Finds a conversation of a channel, and keeps it alive.</summary>
    /// <param name="channel">The channel that the conversation belongs to.</param>
    /// <param name="id">Its id; null finds nothing.</param>
    /// <param name="lastLanguage">The language last spoken in it.</param>
    /// <returns>False when there is none, or it has been silent too long.</returns>
    public bool TryFind(string channel, [NotNullWhen(true)] string? id, out TextLanguage lastLanguage)
    {
        lastLanguage = default;
        if (id is null)
            return false;
        lock (_gate)
        {
            RemoveExpired();
            if (!_byId.TryGetValue((channel, id), out var node))
                return false;
            Touch(node, node.Value.LastLanguage);
            lastLanguage = node.Value.LastLanguage;
            return true;
        }
    }

    /// <summary>Remembers the language of a conversation; one that is not known begins with it.</summary>
    public void Remember(string channel, string id, TextLanguage language)
    {
        lock (_gate)
        {
            RemoveExpired();
            if (_byId.TryGetValue((channel, id), out var node))
            {
                Touch(node, language);
                return;
            }

            if (_byId.Count >= Capacity)
                RemoveOldest();
            _byId.Add((channel, id), _oldestFirst.AddLast(new Conversation((channel, id), language, Chosen: null, _time.GetUtcNow())));
        }
    }

    /// <summary>Remembers the question that was last asked in a conversation that is known.</summary>
    public void Remember(string channel, string id, Question question)
    {
        lock (_gate)
        {
            if (_byId.TryGetValue((channel, id), out var node))
                node.Value = node.Value with { LastQuestion = question };
        }
    }

    /// <summary>The question that was last asked in a conversation; null where there is none.</summary>
    public Question? LastQuestion(string channel, string? id)
    {
        lock (_gate)
            return id is not null && _byId.TryGetValue((channel, id), out var node) ? node.Value.LastQuestion : null;
    }

    /// <summary>The language that the user has chosen for a conversation; null while the bot goes by the questions.</summary>
    public TextLanguage? ChosenLanguage(string channel, string? id)
    {
        lock (_gate)
            return id is not null && _byId.TryGetValue((channel, id), out var node) ? node.Value.Chosen : null;
    }

    /// <summary>Chooses the language of a conversation, or with null leaves it to the questions again.</summary>
    public void Choose(string channel, string id, TextLanguage? language)
    {
        Remember(channel, id, language ?? (TryFind(channel, id, out var last) ? last : TextLanguage.French));
        lock (_gate)
        {
            if (_byId.TryGetValue((channel, id), out var node))
                node.Value = node.Value with { Chosen = language };
        }
    }

    /// <summary>Forgets a conversation.</summary>
    public void Forget(string channel, string id)
    {
        lock (_gate)
        {
            if (_byId.Remove((channel, id), out var node))
                _oldestFirst.Remove(node);
        }
    }

    private void Touch(LinkedListNode<Conversation> node, TextLanguage language)
    {
        node.Value = node.Value with { LastLanguage = language, LastSeen = _time.GetUtcNow() };
        _oldestFirst.Remove(node);
        _oldestFirst.AddLast(node);
    }

    private void RemoveExpired()
    {
        var limit = _time.GetUtcNow() - Lifetime;
        while (_oldestFirst.First is { } oldest && oldest.Value.LastSeen < limit)
            RemoveOldest();
    }

    private void RemoveOldest()
    {
        _byId.Remove(_oldestFirst.First!.Value.Key);
        _oldestFirst.RemoveFirst();
    }

    private sealed record Conversation((string Channel, string Id) Key, TextLanguage LastLanguage, TextLanguage? Chosen, DateTimeOffset LastSeen, Question? LastQuestion = null);
}
