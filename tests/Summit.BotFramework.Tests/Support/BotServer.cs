using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Summit.BotFramework.Tests.Support;

/// <summary>A bot on a real port of this machine, behind the real adapter.</summary>
internal sealed class BotServer : IAsyncDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);

    private readonly WebApplication app;
    private readonly FakeTimeProvider? clock;

    private BotServer(WebApplication app, FakeTimeProvider? clock, ConcurrentQueue<string> log)
    {
        this.app = app;
        this.clock = clock;
        Log = log;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromSeconds(30) };
    }

    public HttpClient Client { get; }

    /// <summary>Everything that was logged, exceptions included.</summary>
    public ConcurrentQueue<string> Log { get; }

    public CloudAdapter Adapter => app.Services.GetRequiredService<CloudAdapter>();

    public ILogger<T> Logger<T>() => app.Services.GetRequiredService<ILogger<T>>();

    /// <summary>Stops as the host does when the process is told to.</summary>
    public Task StopAsync(CancellationToken atOnce) => app.StopAsync(atOnce);

    public static async Task<BotServer> StartAsync(
        IBot bot,
        string environment = "Development",
        string? appId = null,
        IPAddress? pretendedRemote = null,
        Action<CloudAdapterOptions>? configure = null,
        IReadOnlyDictionary<string, string?>? settings = null,
        TimeProvider? time = null,
        bool keepsLog = true)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["MicrosoftAppId"] = appId;
        builder.Configuration.AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        var log = new ConcurrentQueue<string>();
        builder.Logging.ClearProviders();
        if (keepsLog)
            builder.Logging.AddProvider(new LogTo(log)).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddBotFramework(options =>
        {
            options.ConnectorRetryDelay = TimeSpan.FromMilliseconds(5);
            configure?.Invoke(options);
        });

        var host = builder.Build();
        if (pretendedRemote is not null)
        {
            host.Use((context, next) =>
            {
                context.Connection.RemoteIpAddress = pretendedRemote;
                return next(context);
            });
        }

        host.Map("/api/messages", (HttpRequest request, HttpResponse response, IBotFrameworkHttpAdapter adapter, CancellationToken cancellationToken) =>
            adapter.ProcessAsync(request, response, bot, cancellationToken));
        await host.StartAsync();
        return new BotServer(host, time as FakeTimeProvider, log);
    }

    public Task<Reply> PostAsync(string json, string contentType = "application/json") =>
        SendAsync(new StringContent(json, Encoding.UTF8, contentType));

    public Task<Reply> PostAsync(byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.Add("Content-Type", "application/json");
        return SendAsync(content);
    }

    public async Task<Reply> SendAsync(HttpContent content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Client.SendAsync(request);
        return new Reply(response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        var disposed = app.DisposeAsync().AsTask();
        // Polly waits by the clock of the app for calls that are under way: one that stands still would never let it go.
        while (await Task.WhenAny(disposed, Task.Delay(Glance)) != disposed)
            clock?.Advance(Glance);
        await disposed;
    }

    private sealed class LogTo(ConcurrentQueue<string> log) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}

/// <summary>What the bot's endpoint answered.</summary>
internal sealed record Reply(HttpStatusCode Status, string? MediaType, string Body)
{
    public void ShouldBeAProblem(HttpStatusCode status, string saying)
    {
        Status.ShouldBe(status, Body);
        MediaType.ShouldBe("application/problem+json");
        Body.ShouldContain(saying);
    }
}
