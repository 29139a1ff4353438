using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Summit.BotFramework;
using Summit.BotFramework.Schema;

namespace Summit.Bot.Benchmarks;

/// <summary>The three servers that are compared, each in a process of its own: what they answer has the same form.</summary>
internal static class TurnServers
{
    /// <summary>Parses and answers the JSON of activities, and nothing else.</summary>
    public const string Bare = "bare";

    /// <summary>A turn of the Bot Framework that repeats the text.</summary>
    public const string Echo = "echo";

    /// <summary>The whole bot: a cited answer.</summary>
    public const string Bot = "bot";

    public static async Task<int> ServeAsync(string what, int port)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        if (what == Bot)
        {
            var data = Directory.CreateTempSubdirectory("summit-turns-").FullName;
            return await SummitBotBuilder.ServeAsync(["--environment=Development", $"--urls={address}", $"--Summit:DataPath={data}", "--Logging:LogLevel:Default=Warning"], CancellationToken.None);
        }

        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.WebHost.UseUrls(address);
        builder.Logging.ClearProviders();
        if (what == Echo)
            builder.Services.AddBotFramework();
        await using var app = builder.Build();
        var echo = new EchoBot();
        app.MapGet("/readyz", () => "ready");
        RequestDelegate answer = what == Echo
            ? context => context.RequestServices.GetRequiredService<IBotFrameworkHttpAdapter>().ProcessAsync(context.Request, context.Response, echo)
            : context => RepeatAsync(context.Request, context.Response);
        app.MapPost("/api/messages", answer);
        await app.RunAsync();
        return 0;
    }

    private static async Task RepeatAsync(HttpRequest request, HttpResponse response)
    {
        var activity = (await JsonSerializer.DeserializeAsync<Activity>(request.Body, ActivityJson.Options))!;
        var reply = activity.CreateReply(activity.Text);
        response.ContentType = "application/json; charset=utf-8";
        await JsonSerializer.SerializeAsync(response.Body, new { activities = new[] { reply } }, ActivityJson.Options);
    }

    private sealed class EchoBot : ActivityHandler
    {
        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
            turnContext.SendActivityAsync(MessageFactory.Text(turnContext.Activity.Text), cancellationToken);
    }
}
