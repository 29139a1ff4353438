using Microsoft.Extensions.Logging.Abstractions;
using Summit.Bot.Channels;
using Summit.Bot.Conversations.Store;
using Summit.Bot.Evaluating;

namespace Summit.Bot.Evaluation;

/// <summary>The bot over the shipped article, and its answers to the question sets; asked once for all tests.</summary>
public sealed class GoldSet : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("summit-eval-").FullName;
    private readonly Dictionary<string, AnswerReport> _reports = [];
    private readonly EmbeddedConversations _spending;
    private readonly SummitOptions _options;

    public GoldSet()
    {
        _options = new SummitOptions { DataPath = _data, CorpusPath = Path.Combine(AppContext.BaseDirectory, "corpus") };
        _spending = new EmbeddedConversations(_data, _options.Conversations, TimeProvider.System, NullLogger.Instance);
        Core = BotCore.Load(_options, _spending, NullLogger.Instance);
    }

    public BotCore Core { get; }

    /// <summary>The figures that were reached.</summary>
    public Baseline Baseline { get; } = Baseline.Read(Path.Combine(AppContext.BaseDirectory, Baseline.FileName));

    public static QuestionSet Set(string name) => QuestionSet.Read(OwnSets.FileIn(AppContext.BaseDirectory, name));

    public Task<IReadOnlyList<EvaluatedQuestion>> AskAsync(QuestionSet set) => AnswerEvaluation.RunAsync(set, Core, _options.Conversations, TestContext.Current.CancellationToken);

    /// <summary>Each answer to a set, the one that is held out among them: what may be shown of that is <see cref="ReportAsync"/>.</summary>
    public async Task<AnswerReport> ReportAsync(string name)
    {
        if (!_reports.TryGetValue(name, out var report))
            _reports.Add(name, report = AnswerReport.Of(name, await AskAsync(Set(name))));
        return report;
    }

    public ValueTask InitializeAsync() => default;

    public async ValueTask DisposeAsync()
    {
        Core.Dispose();
        await _spending.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }
}
