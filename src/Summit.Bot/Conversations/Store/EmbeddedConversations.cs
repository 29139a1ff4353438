using System.Globalization;
using System.Text.Json;
using Summit.Bot.Storage;

namespace Summit.Bot.Conversations.Store;

/// <summary>
/// Conversations in the memory of one process, at most <see cref="Capacity"/>, and behind it in <c>conversations.db</c> of the data folder,
/// where they are written within half a second. Names are hashes there.
/// </summary>
public sealed partial class EmbeddedConversations : IConversationStore, IAsyncDisposable
{
    /// <summary>The most conversations in memory; when there are more, the one that has been silent longest is left to the file.</summary>
    public const int Capacity = 10_000;

    private const int Format = 1;

    private const string Schema = """
        CREATE TABLE conversation (key TEXT PRIMARY KEY, last_seen INTEGER NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
        CREATE INDEX conversation_last_seen ON conversation (last_seen);
        CREATE TABLE spent (name TEXT NOT NULL, day TEXT NOT NULL, tokens INTEGER NOT NULL, PRIMARY KEY (name, day)) WITHOUT ROWID;
        """;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Channel, string Id), LinkedListNode<Entry>> _byId = [];
    private readonly LinkedList<Entry> _oldestFirst = new();
    private readonly SqliteFile _file;
    private readonly BatchWriter<Entry> _writer;
    private readonly TimeSpan _maxAge;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    /// <summary>Makes the store; nothing is opened yet.</summary>
    public EmbeddedConversations(string folder, ConversationsOptions options, TimeProvider time, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        _file = new SqliteFile(folder, "conversations.db", Schema, Format);
        _writer = new BatchWriter<Entry>(Write, (error, count) => Log.NotWritten(logger, count, error.Message));
        _maxAge = options.MaxAge;
        _time = time;
        _logger = logger;
    }

    /// <inheritdoc/>
    public ValueTask<Conversation?> FindAsync(string channel, string? id)
    {
        if (id is null)
            return default;
        lock (_gate)
        {
            RemoveExpired();
            if (_byId.TryGetValue((channel, id), out var node))
                return ValueTask.FromResult<Conversation?>(node.Value.Conversation);
        }

        try
        {
            var found = _file.Read(
                connection => connection.Scalar("SELECT json FROM conversation WHERE key = $key", ("$key", Conversation.KeyOf(channel, id))) as string, null);
            var conversation = found is null ? null : JsonSerializer.Deserialize(found, ConversationJson.Default.Conversation);
            return ValueTask.FromResult(conversation?.LastSeen > _time.GetUtcNow() - _maxAge ? conversation : null);
        }
        catch (Exception error) when (error is IOException or JsonException)
        {
            Log.NotRead(_logger, error.Message);
            return default;
        }
    }

    /// <inheritdoc/>
    public ValueTask SaveAsync(string channel, string id, Conversation conversation)
    {
        var entry = new Entry((channel, id), conversation);
        lock (_gate)
        {
            RemoveExpired();
            if (_byId.Remove((channel, id), out var known))
                _oldestFirst.Remove(known);
            else if (_byId.Count >= Capacity)
                RemoveOldest();
            _byId.Add((channel, id), _oldestFirst.AddLast(entry));
        }

        if (!_writer.Add(entry))
            Log.NotWritten(_logger, 1, "Too many are waiting to be written.");
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask ForgetAsync(string channel, string id)
    {
        lock (_gate)
        {
            if (_byId.Remove((channel, id), out var node))
                _oldestFirst.Remove(node);
        }

        await _writer.FlushAsync();
        _file.Erase(connection => connection.Execute("DELETE FROM conversation WHERE key = $key", ("$key", Conversation.KeyOf(channel, id))));
    }

    /// <inheritdoc/>
    public ValueTask<long> SpendAsync(string name, long tokens, DateOnly day)
    {
        long spent = 0;
        try
        {
            var text = day.ToString("O", CultureInfo.InvariantCulture);
            _file.Write(connection =>
            {
                connection.Execute(
                    "INSERT INTO spent VALUES ($name, $day, $tokens) ON CONFLICT DO UPDATE SET tokens = tokens + excluded.tokens", ("$name", name), ("$day", text), ("$tokens", tokens));
                spent = Convert.ToInt64(connection.Scalar("SELECT tokens FROM spent WHERE name = $name AND day = $day", ("$name", name), ("$day", text)), CultureInfo.InvariantCulture);
            });
        }
        catch (IOException error)
        {
            Log.NotWritten(_logger, 1, error.Message);
        }

        return ValueTask.FromResult(spent);
    }

    /// <inheritdoc/>
    public void Sweep()
    {
        lock (_gate)
            RemoveExpired();
        _file.Erase(connection =>
        {
            connection.Execute("DELETE FROM conversation WHERE last_seen <= $limit", ("$limit", (_time.GetUtcNow() - _maxAge).ToUnixTimeSeconds()));
            connection.Execute("DELETE FROM spent WHERE day < $day", ("$day", DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime).ToString("O", CultureInfo.InvariantCulture)));
        });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _file.Dispose();
    }

    private void Write(IReadOnlyList<Entry> entries) => _file.Write(connection =>
    {
        foreach (var entry in entries.Reverse().DistinctBy(entry => entry.Key))
        {
            connection.Execute(
                "INSERT OR REPLACE INTO conversation VALUES ($key, $last_seen, $json)", ("$key", Conversation.KeyOf(entry.Key.Channel, entry.Key.Id)),
                ("$last_seen", entry.Conversation.LastSeen.ToUnixTimeSeconds()), ("$json", JsonSerializer.Serialize(entry.Conversation, ConversationJson.Default.Conversation)));
        }
    });

    private void RemoveExpired()
    {
        var limit = _time.GetUtcNow() - _maxAge;
        while (_oldestFirst.First is { } oldest && oldest.Value.Conversation.LastSeen <= limit)
            RemoveOldest();
    }

    private void RemoveOldest()
    {
        _byId.Remove(_oldestFirst.First!.Value.Key);
        _oldestFirst.RemoveFirst();
    }

    private sealed record Entry((string Channel, string Id) Key, Conversation Conversation);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Count} conversations were not written, and will not outlive this process. {Reason}")]
        public static partial void NotWritten(ILogger logger, int count, string reason);

        [LoggerMessage(2, LogLevel.Error, "A conversation could not be read, and begins anew. {Reason}")]
        public static partial void NotRead(ILogger logger, string reason);
    }
}
