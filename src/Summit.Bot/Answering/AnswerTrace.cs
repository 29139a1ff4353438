using Summit.Bot.Answering.Chat;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Answering;

/// <summary>What went into one answer, step by step, for its record. Of one question; filled while that is answered.</summary>
public sealed class AnswerTrace
{
    private readonly Lock _gate = new();
    private readonly List<ChatExchange> _exchanges = [];

    /// <summary>Embedder and revision of the index that was searched; null where none was.</summary>
    public string? Index { get; internal set; }

    /// <summary>What was found on each clause of the question.</summary>
    public IReadOnlyList<Evidence> Evidence { get; internal set; } = [];

    /// <summary>How asking the chat model for an answer ended; null where it was not asked.</summary>
    public ComposedOutcome? Outcome { get; internal set; }

    /// <summary>What the chat model was asked, in order.</summary>
    public IReadOnlyList<ChatExchange> Exchanges
    {
        get
        {
            lock (_gate)
                return [.. _exchanges];
        }
    }

    internal void Add(ChatExchange exchange)
    {
        lock (_gate)
            _exchanges.Add(exchange);
    }
}

/// <summary>One prompt to a chat model and what came back.</summary>
/// <param name="Prompt">Name of the prompt.</param>
/// <param name="Rendered">The prompt as it was rendered.</param>
public sealed record ChatExchange(string Prompt, string Rendered)
{
    /// <summary>The output as it came; cut off where the model was.</summary>
    public string Reply { get; internal set; } = "";

    /// <summary>The model, as its server names it; null where it said nothing.</summary>
    public string? Model { get; internal set; }

    /// <summary>Tokens of the prompt and of the output: as the server counts them, else estimated.</summary>
    public long Tokens { get; internal set; }

    /// <summary>What the check dropped, and why; or what failed.</summary>
    public IReadOnlyList<string> Faults { get; internal set; } = [];
}
