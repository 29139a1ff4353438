using System.Globalization;
using System.Text.Json;
using StackExchange.Redis;

namespace Summit.Bot.Conversations.Store;

/// <summary>Conversations in Redis, for any number of processes: each under a hash of its name, until it has been silent too long.</summary>
public sealed partial class RedisConversations : IConversationStore, IAsyncDisposable
{
    private const string Prefix = "summit:";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    private readonly Lazy<Task<ConnectionMultiplexer>> _connection;
    private readonly TimeSpan _maxAge;
    private readonly ILogger _logger;

    /// <summary>Makes the store; it connects at the first call, and again whenever the connection is lost.</summary>
    /// <exception cref="SetupException">The connection string is none.</exception>
    public RedisConversations(ConversationsOptions options, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        _logger = logger;
        _maxAge = options.MaxAge;
        ConfigurationOptions configuration;
        try
        {
            configuration = ConfigurationOptions.Parse(options.Redis.ConnectionString ?? "");
        }
        catch (ArgumentException error)
        {
            throw new SetupException($"Summit:Conversations:Redis:ConnectionString cannot be read ({error.GetType().Name}). Set it to one such as localhost:6379 or redis.example.org:6380,ssl=true,password=….");
        }

        configuration.AbortOnConnectFail = false;
        configuration.BacklogPolicy = BacklogPolicy.FailFast;
        configuration.ConnectTimeout = configuration.AsyncTimeout = (int)Timeout.TotalMilliseconds;
        _connection = new Lazy<Task<ConnectionMultiplexer>>(() => ConnectionMultiplexer.ConnectAsync(configuration));
    }

    /// <inheritdoc/>
    public async ValueTask<Conversation?> FindAsync(string channel, string? id)
    {
        if (id is null)
            return null;
        try
        {
            var json = (string?)await (await DatabaseAsync()).StringGetAsync(KeyOf(channel, id));
            return json is null ? null : JsonSerializer.Deserialize(json, ConversationJson.Default.Conversation);
        }
        catch (Exception error) when (error is RedisException or TimeoutException or JsonException)
        {
            Log.Failed(_logger, "A conversation could not be read, and begins anew.", error.Message);
            return null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask SaveAsync(string channel, string id, Conversation conversation)
    {
        try
        {
            await (await DatabaseAsync()).StringSetAsync(KeyOf(channel, id), JsonSerializer.Serialize(conversation, ConversationJson.Default.Conversation), _maxAge);
        }
        catch (Exception error) when (error is RedisException or TimeoutException)
        {
            Log.Failed(_logger, "A conversation could not be written.", error.Message);
        }
    }

    /// <inheritdoc/>
    public async ValueTask ForgetAsync(string channel, string id)
    {
        try
        {
            await (await DatabaseAsync()).KeyDeleteAsync(KeyOf(channel, id));
        }
        catch (Exception error) when (error is RedisException or TimeoutException)
        {
            throw new IOException($"Redis does not answer, and the conversation could not be erased. {error.Message}", error);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<long> SpendAsync(string name, long tokens, DateOnly day)
    {
        try
        {
            var key = $"{Prefix}spent:{day.ToString("O", CultureInfo.InvariantCulture)}:{name}";
            var database = await DatabaseAsync();
            var spent = await database.StringIncrementAsync(key, tokens);
            await database.KeyExpireAsync(key, TimeSpan.FromDays(2), ExpireWhen.HasNoExpiry);
            return spent;
        }
        catch (Exception error) when (error is RedisException or TimeoutException)
        {
            Log.Failed(_logger, "What a chat model cost could not be counted.", error.Message);
            return 0;
        }
    }

    /// <inheritdoc/>
    public void Sweep()
    {
        // Redis does.
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_connection.IsValueCreated)
            await (await _connection.Value).DisposeAsync();
    }

    private static string KeyOf(string channel, string id) => $"{Prefix}conversation:{Conversation.KeyOf(channel, id)}";

    private async ValueTask<IDatabase> DatabaseAsync() => (await _connection.Value).GetDatabase();

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{What} {Reason}")]
        public static partial void Failed(ILogger logger, string what, string reason);
    }
}
