using Summit.Bot.Conversations.Store;

namespace Summit.Bot.Answering.Chat;

/// <summary>What stands between the questions of all users and the model: how many at once, for how many tokens, and none for a while after it has failed.</summary>
internal sealed partial class ChatGuard(ChatOptions options, IConversationStore spending, TimeProvider time, ILogger logger) : IDisposable
{
    /// <summary>Under this name the tokens of everybody are counted.</summary>
    private const string Everybody = "everybody";

    public ChatOptions Options => options;

    public ChatBreaker Breaker { get; } = new(options.Pause, time);

    public SemaphoreSlim Places { get; } = new(options.MaxConcurrency);

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>Whether all who pay for a question have tokens left today.</summary>
    public async Task<bool> HasBudgetAsync(ChatPayer payer)
    {
        foreach (var (name, most) in Budgets(payer))
        {
            if (most > 0 && await spending.SpendAsync(name, 0, Today) >= most)
            {
                Log.Spent(logger, name == Everybody ? "PerDay" : name[..name.IndexOf(':', StringComparison.Ordinal)], most);
                return false;
            }
        }

        return true;
    }

    /// <summary>Counts tokens for all who pay.</summary>
    public async Task PayAsync(ChatPayer payer, long tokens)
    {
        foreach (var (name, most) in Budgets(payer))
        {
            if (most > 0)
                await spending.SpendAsync(name, tokens, Today);
        }
    }

    public void LogFailed(string reason) => Log.Failed(logger, reason);

    public void LogDropped(int count, string prompt, int attempt, IReadOnlyList<string> faults) => Log.Dropped(logger, count, prompt, attempt, string.Join("; ", faults));

    public void Dispose() => Places.Dispose();

    private (string Name, long Most)[] Budgets(ChatPayer payer) =>
        [($"PerConversation:{payer.Conversation}", options.Budget.PerConversation), ($"PerAddress:{payer.Address}", options.Budget.PerAddress), (Everybody, options.Budget.PerDay)];

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The chat model did not answer, and the built-in answer was given. {Reason}")]
        public static partial void Failed(ILogger logger, string reason);

        [LoggerMessage(2, LogLevel.Information, "{Count} faults in what the chat model said to the prompt {Prompt}, at try {Attempt}: {Faults}")]
        public static partial void Dropped(ILogger logger, int count, string prompt, int attempt, string faults);

        [LoggerMessage(3, LogLevel.Warning, "The chat model was not asked, since the tokens of Summit:Chat:Budget:{Budget} ({Most}) are used up for today.")]
        public static partial void Spent(ILogger logger, string budget, long most);
    }
}

/// <summary>On whose account a model is asked.</summary>
/// <param name="Conversation">Hash of the conversation.</param>
/// <param name="Address">Hash of the network that the question came from, or of the user where a channel stands between.</param>
public sealed record ChatPayer(string Conversation, string Address);
