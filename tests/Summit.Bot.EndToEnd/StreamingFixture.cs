namespace Summit.Bot.EndToEnd;

/// <summary>A server that streams every reply.</summary>
public sealed class StreamingFixture : IAsyncLifetime
{
    public BotProcess Bot { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Bot = await BotProcess.ServeAsync("Development", "--Summit:Streaming:After=00:00:00");

    public ValueTask DisposeAsync() => Bot.DisposeAsync();
}
