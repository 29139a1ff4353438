namespace Summit.Bot;

/// <summary>The configuration section <c>Summit:Conversations</c>.</summary>
public sealed class ConversationsOptions
{
    private const string Key = "Summit:Conversations:";

    /// <summary>Where conversations are remembered. Default: embedded.</summary>
    public ConversationsProvider Provider { get; set; }

    /// <summary>How Redis is reached.</summary>
    public RedisOptions Redis { get; set; } = new();

    /// <summary>How long a conversation is remembered after its last message, and a turn of it at most: 1 minute to 365 days. Default: 1 day.</summary>
    public TimeSpan MaxAge { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How many turns of a conversation are remembered: 1 to 100. Default: 10.</summary>
    public int MaxTurns { get; set; } = 10;

    /// <summary>How many tokens of a conversation a chat model is shown, the last turns first: 100 to 100,000. Default: 1,500.</summary>
    public int MaxTokens { get; set; } = 1500;

    /// <summary>What is wrong with the settings; each message names the key.</summary>
    internal IEnumerable<string> FindFaults()
    {
        if (Provider == ConversationsProvider.Redis && string.IsNullOrWhiteSpace(Redis.ConnectionString))
            yield return $"{Key}Redis:ConnectionString is not set. Set it to the address of a Redis server, such as localhost:6379.";
        if (MaxAge < TimeSpan.FromMinutes(1) || MaxAge > TimeSpan.FromDays(365))
            yield return $"{Key}MaxAge is {MaxAge}. Set it to a time from 00:01:00 to 365.00:00:00.";
        if (MaxTurns is < 1 or > 100)
            yield return $"{Key}MaxTurns is {MaxTurns}. Set it to 1 to 100.";
        if (MaxTokens is < 100 or > 100_000)
            yield return $"{Key}MaxTokens is {MaxTokens}. Set it to 100 to 100000.";
    }
}

/// <summary>Where conversations are remembered.</summary>
public enum ConversationsProvider
{
    /// <summary>In memory, and in a file in <see cref="SummitOptions.DataPath"/>.</summary>
    Embedded,

    /// <summary>In Redis, for more than one process.</summary>
    Redis,
}

/// <summary>The configuration section <c>Summit:Conversations:Redis</c>.</summary>
public sealed class RedisOptions
{
    /// <summary>The connection string, as StackExchange.Redis reads it. Secret: it is never logged.</summary>
    public string? ConnectionString { get; set; }
}
