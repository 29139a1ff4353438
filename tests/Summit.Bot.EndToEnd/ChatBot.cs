using Microsoft.Extensions.Logging.Abstractions;
using Summit.Bot.Answering;
using Summit.Bot.Answering.Chat;
using Summit.Bot.Channels;
using Summit.Bot.Conversations;
using Summit.Bot.Conversations.Store;
using Summit.Bot.Language;

namespace Summit.Bot.EndToEnd;

/// <summary>The bot in this process, with a chat model that a script speaks for, and a data folder of its own.</summary>
internal sealed class ChatBot : IAsyncDisposable
{
    private readonly EmbeddedConversations _conversations;

    public ChatBot() => _conversations = new EmbeddedConversations(Data, new ConversationsOptions(), TimeProvider.System, NullLogger.Instance);

    public static ChatPayer Payer { get; } = new("conversation", "address");

    public string Data { get; } = Directory.CreateTempSubdirectory("summit-chat-").FullName;

    public BotCore Core(ChatServer model, TimeSpan? timeout = null, string? corpus = null, BudgetOptions? budget = null, string? prompts = null, int maxTokens = 1500)
    {
        var options = new SummitOptions
        {
            DataPath = Data, CorpusPath = corpus ?? Path.Combine(AppContext.BaseDirectory, "corpus"), Answers = new() { Provider = AnswersProvider.Chat },
            Chat = new() { Endpoint = model.Address, Model = "scripted", ApiKey = ChatServer.Key, Timeout = timeout ?? TimeSpan.FromSeconds(20), Budget = budget ?? new() },
            Conversations = new() { MaxTokens = maxTokens },
        };
        options.Chat.PromptsPath = prompts ?? options.Chat.PromptsPath;
        return BotCore.Load(options, _conversations, NullLogger.Instance);
    }

    /// <summary>A folder with one article.</summary>
    public async Task<string> CorpusAsync(string id, string language, string text)
    {
        var corpus = Directory.CreateDirectory(Path.Combine(Data, "corpus")).FullName;
        await File.WriteAllTextAsync(Path.Combine(corpus, $"{id}.md"), $"---\nid: {id}\ntitle: {id}\nlanguage: {language}\npublished: 2020-01-01\n---\n{text}\n");
        return corpus;
    }

    public static async Task<Answer> AskAsync(BotCore core, string question, params ConversationTurn[] turns) => (await AnswerAsync(core, question, turns)).Answer;

    public static Task<Answered> AnswerAsync(BotCore core, string question, params ConversationTurn[] turns) =>
        core.AnswerAsync(core.Reader.Read(question, null, TextLanguage.French, "c"), turns, Payer, onProved: null, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _conversations.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Data, recursive: true);
    }
}
