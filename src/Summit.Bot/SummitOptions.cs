using Microsoft.Extensions.Options;

namespace Summit.Bot;

/// <summary>The configuration section <c>Summit</c>. Relative paths are relative to the working directory.</summary>
public sealed class SummitOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Summit";

    /// <summary>Folder of the store; made when it is not there. Default: <c>data</c>.</summary>
    public string DataPath { get; set; } = "data";

    /// <summary>Folder of the articles. Default: the corpus that is shipped beside the program.</summary>
    public string CorpusPath { get; set; } = Path.Combine(AppContext.BaseDirectory, "corpus");

    /// <summary>
    /// The address that users reach this server at, such as <c>https://bot.example.org</c>: citations link there. Default: none;
    /// then links go to the request's own origin on loopback, and there are none elsewhere, since a Host header proves nothing.
    /// </summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>The longest that an answer may take: 1 ms to 10 minutes. Default: 30 s.</summary>
    public TimeSpan AnswerTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Where the articles and their vectors are kept.</summary>
    public StoreOptions Store { get; set; } = new();

    /// <summary>What makes the vectors that passages are found by.</summary>
    public EmbeddingsOptions Embeddings { get; set; } = new();

    /// <summary>How replies are shown while they are made.</summary>
    public StreamingOptions Streaming { get; set; } = new();

    /// <summary>Who words the answers.</summary>
    public AnswersOptions Answers { get; set; } = new();

    /// <summary>The chat model.</summary>
    public ChatOptions Chat { get; set; } = new();

    /// <summary>What is remembered of conversations.</summary>
    public ConversationsOptions Conversations { get; set; } = new();

    /// <summary>What is recorded of answers.</summary>
    public AuditOptions Audit { get; set; } = new();

    /// <summary>How many questions are answered.</summary>
    public RateLimitOptions RateLimit { get; set; } = new();

    /// <summary>The web chat's way to the bot.</summary>
    public DirectLineOptions DirectLine { get; set; } = new();
}

/// <summary>The configuration section <c>Summit:Store</c>.</summary>
public sealed class StoreOptions
{
    /// <summary>Which store. Default: embedded.</summary>
    public StoreProvider Provider { get; set; }

    /// <summary>The Qdrant store.</summary>
    public QdrantOptions Qdrant { get; set; } = new();
}

/// <summary>What keeps the articles and their vectors.</summary>
public enum StoreProvider
{
    /// <summary>A SQLite file in <see cref="SummitOptions.DataPath"/>, searched in memory.</summary>
    Embedded,

    /// <summary>Collections of a Qdrant server or cluster.</summary>
    Qdrant,
}

/// <summary>The configuration section <c>Summit:Store:Qdrant</c>.</summary>
public sealed class QdrantOptions
{
    /// <summary>Address of the server's gRPC port, such as <c>http://localhost:6334</c>; <c>https</c> for TLS. Required for the Qdrant store.</summary>
    public Uri? Url { get; set; }

    /// <summary>The API key; null for none. Secret: it is never logged.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Name of the alias that is searched; its collections are named after it. Letters, digits, <c>-</c> and <c>_</c>, at most 100. Default: <c>summit</c>.</summary>
    public string Collection { get; set; } = "summit";

    /// <summary>Into how many parts a new collection is divided: 1 to 64. Default: 1.</summary>
    public int Shards { get; set; } = 1;

    /// <summary>How many copies of each part a new collection has: 1 to 16. Default: 1.</summary>
    public int Replicas { get; set; } = 1;

    /// <summary>How long a search may take: 100 ms to 1 minute. Default: 5 s.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);
}

/// <summary>The configuration section <c>Summit:Streaming</c>.</summary>
public sealed class StreamingOptions
{
    /// <summary>
    /// How long a reply may take before a personal chat of Teams shows that it is being made: 0 to 10 minutes. Default: 1 s. With 0
    /// every reply is streamed, and takes a second at least, since Teams takes one request of a stream a second.
    /// </summary>
    public TimeSpan After { get; set; } = TimeSpan.FromSeconds(1);
}

/// <summary>The configuration section <c>Summit:Audit</c>.</summary>
public sealed class AuditOptions
{
    /// <summary>How long the records of answers, votes and their comments are kept: 0 to 3650 days; 0 keeps none. Default: 30 days.</summary>
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(30);
}

/// <summary>
/// The configuration section <c>Summit:RateLimit</c>: questions a minute, each 1 to 1,000,000, or 0 for no limit. In Development,
/// loopback addresses are not limited.
/// </summary>
public sealed class RateLimitOptions
{
    /// <summary>For each remote address that asks <c>/api/ask</c>; article pages may be opened ten times as often. Default: 60.</summary>
    public int PerAddress { get; set; } = 60;

    /// <summary>For each conversation, whatever the channel. Default: 30.</summary>
    public int PerConversation { get; set; } = 30;
}

/// <summary>The configuration section <c>Summit:DirectLine</c>.</summary>
public sealed class DirectLineOptions
{
    /// <summary>Whether Direct Line and the page of the web chat are served. Default: true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// The key that signs tokens, of at least 32 characters; the same in every process behind one address. Secret: it is never logged.
    /// Default: none; then one is made and kept in <see cref="SummitOptions.DataPath"/>.
    /// </summary>
    public string? SigningKey { get; set; }

    /// <summary>How many conversations are held in memory at once: 1 to 1,000,000. Default: 5,000.</summary>
    public int MaxConversations { get; set; } = 5000;

    /// <summary>How long a conversation is held that nobody asks for: 1 minute to 1 day. Default: 30 minutes.</summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromMinutes(30);
}

/// <summary>Checks the options when the program starts; each message names the key.</summary>
public sealed class SummitOptionsValidator : IValidateOptions<SummitOptions>
{
    private const int MostPermits = 1_000_000, MostCollectionLength = 100, MostShards = 64, MostReplicas = 16, LeastKeyLength = 32;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, SummitOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var failures = new List<string>();
        RequirePath(options.DataPath, "Summit:DataPath", failures);
        RequirePath(options.CorpusPath, "Summit:CorpusPath", failures);
        if (options.PublicUrl is { } url
            && (!url.IsAbsoluteUri || url.Scheme is not ("http" or "https") || url.Query.Length + url.Fragment.Length + url.UserInfo.Length > 0))
        {
            failures.Add("Summit:PublicUrl is not an absolute http or https address without user, query and fragment, such as https://bot.example.org.");
        }

        if (options.AnswerTimeout < TimeSpan.FromMilliseconds(1) || options.AnswerTimeout > TimeSpan.FromMinutes(10))
            failures.Add($"Summit:AnswerTimeout is {options.AnswerTimeout}. Set it to a time from 00:00:00.001 to 00:10:00.");
        if (options.Store.Provider == StoreProvider.Qdrant)
            Check(options.Store.Qdrant, failures);
        failures.AddRange(options.Embeddings.FindFaults());
        if (options.Streaming.After < TimeSpan.Zero || options.Streaming.After > TimeSpan.FromMinutes(10))
            failures.Add($"Summit:Streaming:After is {options.Streaming.After}. Set it to a time from 00:00:00, which streams every reply, to 00:10:00.");
        if (options.Audit.Retention < TimeSpan.Zero || options.Audit.Retention > TimeSpan.FromDays(3650))
            failures.Add($"Summit:Audit:Retention is {options.Audit.Retention}. Set it to a time from 00:00:00, which keeps nothing, to 3650.00:00:00.");
        Check(options.DirectLine, failures);
        failures.AddRange(options.Conversations.FindFaults());
        if (options.Answers.Provider == AnswersProvider.Chat)
            failures.AddRange(options.Chat.FindFaults());
        RequirePermits(options.RateLimit.PerAddress, "Summit:RateLimit:PerAddress", failures);
        RequirePermits(options.RateLimit.PerConversation, "Summit:RateLimit:PerConversation", failures);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void Check(QdrantOptions qdrant, List<string> failures)
    {
        const string Key = "Summit:Store:Qdrant:";
        if (qdrant.Url is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
            failures.Add($"{Key}Url is not set to an http or https address. Set it to Qdrant's gRPC port, such as http://localhost:6334.");
        else if (qdrant.Url.UserInfo.Length > 0)
            failures.Add($"{Key}Url holds a user or a password. Set {Key}ApiKey instead.");
        if (qdrant.Collection is not { Length: > 0 and <= MostCollectionLength } || !qdrant.Collection.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            failures.Add($"{Key}Collection is no name of letters, digits, - and _, of at most {MostCollectionLength}. Correct it, or remove the key for the default.");
        if (qdrant.Shards is < 1 or > MostShards)
            failures.Add($"{Key}Shards is {qdrant.Shards}. Set it to 1 to {MostShards}.");
        if (qdrant.Replicas is < 1 or > MostReplicas)
            failures.Add($"{Key}Replicas is {qdrant.Replicas}. Set it to 1 to {MostReplicas}.");
        if (qdrant.Timeout < TimeSpan.FromMilliseconds(100) || qdrant.Timeout > TimeSpan.FromMinutes(1))
            failures.Add($"{Key}Timeout is {qdrant.Timeout}. Set it to a time from 00:00:00.1 to 00:01:00.");
    }

    private static void Check(DirectLineOptions directLine, List<string> failures)
    {
        const string Key = "Summit:DirectLine:";
        if (directLine.SigningKey is { Length: < LeastKeyLength })
            failures.Add($"{Key}SigningKey is shorter than {LeastKeyLength} characters. Make one with `openssl rand -base64 32`, or remove the key: one is made then.");
        if (directLine.MaxConversations is < 1 or > MostPermits)
            failures.Add($"{Key}MaxConversations is {directLine.MaxConversations}. Set it to 1 to {MostPermits}.");
        if (directLine.IdleTimeout < TimeSpan.FromMinutes(1) || directLine.IdleTimeout > TimeSpan.FromDays(1))
            failures.Add($"{Key}IdleTimeout is {directLine.IdleTimeout}. Set it to a time from 00:01:00 to 1.00:00:00.");
    }

    private static void RequirePermits(int permits, string key, List<string> failures)
    {
        if (permits is < 0 or > MostPermits)
            failures.Add($"{key} is {permits}. Set it to 1 to {MostPermits}, or to 0 for no limit.");
    }

    private static void RequirePath(string? path, string key, List<string> failures)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal))
            failures.Add($"{key} is empty or no path. Name a folder, or remove the key for the default.");
    }
}
