using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Summit.BotFramework.Tests.Support;

/// <summary>The far end of a channel: writes down each call, and answers as scripted.</summary>
internal sealed class Connector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Call> calls = new();

    private Connector(WebApplication app) => this.app = app;

    public string Url => app.Urls.First();

    public IReadOnlyList<Call> Calls => [.. calls];

    /// <summary>Every answer is 201 with an id, unless scripted otherwise.</summary>
    public static async Task<Connector> StartAsync(Func<HttpContext, Task>? answer = null, string url = "http://127.0.0.1:0")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        var host = builder.Build();
        var connector = new Connector(host);
        host.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
            connector.calls.Enqueue(new Call(
                context.Request.Method, target, context.Request.ContentType, await reader.ReadToEndAsync(), context.Request.Headers.Authorization));
            if (answer is not null)
            {
                await answer(context);
                return;
            }

            context.Response.StatusCode = 201;
            await context.Response.WriteAsync($$"""{"id":"sent-{{connector.calls.Count}}"}""");
        });
        await host.StartAsync();
        return connector;
    }

    public static Func<HttpContext, Task> Status(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    public sealed record Call(string Method, string Target, string? ContentType, string Body, string? Authorization);
}
