using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Summit.Bot.Channels.Activities;

namespace Summit.Bot.EndToEnd;

/// <summary>A bot behind the real adapter whose replies come word by word, slowly, as a model writes them.</summary>
internal sealed class StreamedBot : IBot, IAsyncDisposable
{
    public const string Informative = "Looking…";

    public static readonly IReadOnlyList<string> Parts = ["On", "On Russky", "On Russky island."];

    private WebApplication? _app;

    /// <summary>Between two parts; two of three come too fast to be shown.</summary>
    private static readonly TimeSpan Slowness = TimeSpan.FromSeconds(1) / 3 * 1.1;

    public Uri Address => new(_app!.Urls.First());

    public static async Task<StreamedBot> StartAsync()
    {
        var bot = new StreamedBot();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddCloudAdapter();
        bot._app = builder.Build();
        bot._app.Map("/api/messages", (HttpContext context, CloudAdapter adapter) => adapter.ServeAsync(context, bot));
        await bot._app.StartAsync();
        return bot;
    }

    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        if (turnContext.Activity.Type != ActivityTypes.Message)
            return;
        ReplyStream.Begin(turnContext, () => Informative, TimeSpan.Zero, TimeProvider.System, NullLogger.Instance, cancellationToken);
        if (turnContext.TurnState.Get<ReplyStream>() is { } stream)
        {
            foreach (var text in Parts.SelectMany(part => Enumerable.Repeat(part, 3)))
            {
                await Task.Delay(Slowness, cancellationToken);
                await stream.ShowAsync(text);
            }
        }

        await ReplyStream.SendAsync(turnContext, MessageFactory.Text(Parts[^1]), cancellationToken);
    }

    public ValueTask DisposeAsync() => _app!.DisposeAsync();
}
