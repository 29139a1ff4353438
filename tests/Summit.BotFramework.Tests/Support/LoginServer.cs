using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Summit.BotFramework.Tests.Support;

/// <summary>Gives access tokens, <c>token-1</c>, <c>token-2</c> and so on, to whoever asks, and writes down who did.</summary>
internal sealed class LoginServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Request> requests = new();
    private int given;

    private LoginServer(WebApplication app) => this.app = app;

    public string Url => app.Urls.First();

    public IReadOnlyList<Request> Requests => [.. requests];

    /// <summary>Answers in place of a token while it is set.</summary>
    public Func<HttpContext, Task>? Outage { get; set; }

    public static async Task<LoginServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var host = builder.Build();
        var server = new LoginServer(host);
        host.Run(server.AnswerAsync);
        await host.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var fields = context.Request.Query.ToDictionary(field => field.Key, field => field.Value.ToString());
        if (context.Request.HasFormContentType)
        {
            foreach (var (name, value) in await context.Request.ReadFormAsync())
                fields[name] = value.ToString();
        }

        requests.Enqueue(new Request($"{context.Request.Method} {context.Request.Path}", fields));
        if (Outage is { } outage)
        {
            await outage(context);
            return;
        }

        var token = $"token-{Interlocked.Increment(ref given)}";
        var expires = DateTimeOffset.UtcNow.AddHours(24).ToUnixTimeSeconds();
        await context.Response.WriteAsJsonAsync(new Dictionary<string, object>
        {
            ["token_type"] = "Bearer",
            ["access_token"] = token,
            ["expires_in"] = 86_400,
            ["expires_on"] = $"{expires}",
        });
    }

    public sealed record Request(string Target, Dictionary<string, string> Fields);
}
