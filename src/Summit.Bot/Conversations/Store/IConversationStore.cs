namespace Summit.Bot.Conversations.Store;

/// <summary>
/// Where conversations are remembered, and what was spent on them. Safe for several threads. What cannot be read or written is logged and
/// taken as not there: a question is answered all the same.
/// </summary>
public interface IConversationStore
{
    /// <summary>Finds a conversation of a channel; null when there is none, or it has been silent too long.</summary>
    /// <param name="channel">The channel that it belongs to.</param>
    /// <param name="id">Its id; null finds nothing.</param>
    ValueTask<Conversation?> FindAsync(string channel, string? id);

    /// <summary>Remembers a conversation.</summary>
    ValueTask SaveAsync(string channel, string id, Conversation conversation);

    /// <summary>Erases a conversation, wherever it was written.</summary>
    /// <exception cref="IOException">It could not be erased; the message says why.</exception>
    ValueTask ForgetAsync(string channel, string id);

    /// <summary>Counts tokens of a chat model under a name, and those of the day.</summary>
    /// <param name="name">For whom they are counted.</param>
    /// <param name="tokens">How many, at least 0.</param>
    /// <param name="day">The day, in UTC.</param>
    /// <returns>How many that makes on this day.</returns>
    ValueTask<long> SpendAsync(string name, long tokens, DateOnly day);

    /// <summary>Deletes what is too old, where that does not happen by itself.</summary>
    /// <exception cref="IOException">It could not be deleted; the message says why.</exception>
    void Sweep();
}

/// <summary>Makes the store that is configured.</summary>
public static class ConversationStores
{
    /// <summary>The store that the options name.</summary>
    /// <exception cref="SetupException">The connection string of Redis is none.</exception>
    public static IConversationStore Of(SummitOptions options, TimeProvider time, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Conversations.Provider == ConversationsProvider.Redis
            ? new RedisConversations(options.Conversations, logger)
            : new EmbeddedConversations(options.DataPath, options.Conversations, time, logger);
    }
}
