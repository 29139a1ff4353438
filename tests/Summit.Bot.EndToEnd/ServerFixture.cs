using Summit.Bot.Corpus;

[assembly: AssemblyFixture(typeof(Summit.Bot.EndToEnd.ServerFixture))]

namespace Summit.Bot.EndToEnd;

/// <summary>One server for all tests that only ask.</summary>
public sealed class ServerFixture : IAsyncLifetime
{
    public BotProcess Bot { get; private set; } = null!;

    public Article Article { get; } = CorpusLoader.Load(Path.Combine(AppContext.BaseDirectory, "corpus")).Articles.Single();

    public async ValueTask InitializeAsync() => Bot = await BotProcess.ServeAsync();

    public ValueTask DisposeAsync() => Bot.DisposeAsync();
}
