using System.Net;
using System.Net.Mime;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Summit.Bot.Auditing;
using Summit.Bot.Channels;
using Summit.Bot.Channels.Activities;
using Summit.Bot.Channels.Api;
using Summit.Bot.Channels.Articles;
using Summit.Bot.Channels.CommandLine;
using Summit.Bot.Channels.DirectLine;
using Summit.Bot.Channels.Edge;
using Summit.Bot.Channels.Feedback;
using Summit.Bot.Channels.WebChat;
using Summit.Bot.Conversations.Store;

namespace Summit.Bot;

/// <summary>Wires the server: what it consists of, and which address leads where.</summary>
public static class SummitBotBuilder
{
    /// <summary>The port that every Bot Framework sample listens on; the Emulator looks there first.</summary>
    private const string DefaultUrl = "http://localhost:3978";

    /// <summary>No endpoint reads more than an activity, of 256 KB.</summary>
    private const int MostBodyBytes = 512 * 1024;

    private const int MostConnections = 5_000;

    /// <summary>How long turns in flight may go on when the process is told to stop; orchestrators kill after 30 s.</summary>
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(20);

    /// <summary>How often a WebSocket is asked whether its client is there, and how long the client has to answer.</summary>
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(30);

    private const string Up = "/healthz", Ready = "/readyz";

    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Serves until the process is told to stop.</summary>
    /// <returns>The exit code: 1 when the articles could not be loaded.</returns>
    public static async Task<int> ServeAsync(string[] args, CancellationToken cancellationToken)
    {
        // Settings are read once: watching their files would only use up the watches that a user of Linux has.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [.. args, "--hostBuilder:reloadConfigOnChange=false"], ContentRootPath = AppContext.BaseDirectory,
        });
        SummitSettings.Check(builder.Configuration);
        CheckAddresses(builder.Configuration["urls"]);
        builder.AddSummitBot();
        await using var app = builder.Build();
        app.MapSummitBot();
        // Ahead of the host, which would log what the user is told in one line anyway.
        _ = app.Services.GetRequiredService<IOptions<SummitOptions>>().Value;
        var loader = app.Services.GetRequiredService<BotCoreLoader>();
        try
        {
            await app.StartAsync(cancellationToken);
            await app.WaitForShutdownAsync(cancellationToken);
        }
        catch (Exception error) when (error is SocketException or IOException)
        {
            throw new SetupException($"The server cannot listen. {error.Message.TrimEnd('.')}. Name another address with --urls.");
        }
        catch (OperationCanceledException) when (loader.Failure is not null)
        {
            // The articles failed to load while the server was starting.
        }

        return loader.Failure is { } failure ? SummitCommandLine.Say(SummitCommandLine.Failed, failure.Message) : SummitCommandLine.Done;
    }

    /// <summary>Adds what the bot consists of.</summary>
    public static WebApplicationBuilder AddSummitBot(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (!HasAddress(builder.Configuration))
            builder.WebHost.UseUrls(DefaultUrl);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Bodies that trickle are ended by Kestrel's least data rate, 240 bytes a second after 5 s.
            kestrel.Limits.MaxRequestBodySize = MostBodyBytes;
            kestrel.Limits.MaxConcurrentConnections = MostConnections;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });

        // What stops the host from starting is told in one line on standard error.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);

        var services = builder.Services;
        services.AddSingleton<IValidateOptions<SummitOptions>, SummitOptionsValidator>();
        services.AddOptions<SummitOptions>().BindConfiguration(SummitOptions.Section).ValidateOnStart();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => ConversationStores.Of(
            provider.GetRequiredService<IOptions<SummitOptions>>().Value, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<Dialogue>>()));
        services.AddSingleton<AuditLog>();
        services.AddSingleton<Dialogue>();
        services.AddHostedService<RetentionService>();
        services.AddSingleton<BotCoreLoader>();
        services.AddHostedService(provider => provider.GetRequiredService<BotCoreLoader>());
        services.AddHttpContextAccessor();
        services.AddCloudAdapter();
        services.AddSingleton<AnswerMemory>();
        services.AddSingleton<FeedbackLog>();
        services.AddSingleton<CommandReplies>();
        services.AddSingleton<SummitActivityHandler>();
        services.AddSingleton<DirectLineTokens>();
        services.AddSingleton<DirectLineConversations>();
        services.AddSingleton<DirectLineAdapter>();
        services.AddSingleton<DirectLineEndpoints>();
        services.AddProblemDetails();
        services.AddSingleton<QuestionLimiter>();
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<QuestionLimiter>((options, limiter) => limiter.AddPolicies(options));
        services.Configure<ExceptionHandlerOptions>(Faults.Handle);
        return builder;
    }

    /// <summary>Maps the addresses that the bot serves.</summary>
    public static WebApplication MapSummitBot(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Use(SecurityHeaders.AddAsync);
        app.UseExceptionHandler();
        app.UseStatusCodePages(context => Problems.Of(context.HttpContext).ExecuteAsync(context.HttpContext));
        app.UseWhen(context => !IsHealth(context.Request.Path), checkedApp => checkedApp.Use(HostGuard.CheckAsync));
        app.UseRouting();
        app.UseRateLimiter();
        var bot = app.Services.GetRequiredService<SummitActivityHandler>();
        var adapter = app.Services.GetRequiredService<CloudAdapter>();
        adapter.OnTurnError = bot.OnErrorAsync;
        adapter.Use(BotSdk.ShowTyping(app.Services));
        if (app.Services.GetRequiredService<IOptions<SummitOptions>>().Value.DirectLine.Enabled)
            app.MapDirectLine(bot);
        app.MapPost("/api/ask", AskEndpoint.AskAsync).RequireRateLimiting(QuestionLimiter.Questions);
        app.Map("/api/messages", (HttpContext context) => adapter.ServeAsync(context, bot));
        app.MapMethods("/articles", Read, ArticleListPage.ShowAsync).RequireRateLimiting(QuestionLimiter.Pages);
        app.MapMethods("/articles/{id}", Read, ArticlePage.ShowAsync).RequireRateLimiting(QuestionLimiter.Pages);
        app.MapMethods("/", Read, Home).RequireRateLimiting(QuestionLimiter.Pages);
        app.MapMethods(Up, Read, () => Text("healthy"));
        app.MapMethods(Ready, Read, (BotCoreLoader loader) => loader.IsReady ? Text("ready") : Text("not ready", StatusCodes.Status503ServiceUnavailable));
        return app;
    }

    private static void MapDirectLine(this WebApplication app, SummitActivityHandler bot)
    {
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = KeepAlive, KeepAliveTimeout = KeepAlive });
        var adapter = app.Services.GetRequiredService<DirectLineAdapter>();
        adapter.OnTurnError = bot.OnErrorAsync;
        adapter.Use(BotSdk.ShowTyping(app.Services));
        app.Services.GetRequiredService<DirectLineEndpoints>().Map(app);
        app.UseWebChatAssets();
    }

    private static bool IsHealth(PathString path) => path == Up || path == Ready;


    /// <summary>The web chat for browsers; for everybody else, and where there is none, the addresses.</summary>
    private static IResult Home(HttpContext context, IOptions<SummitOptions> options)
    {
        context.Response.Headers.Vary = "Accept";
        var isEnabled = options.Value.DirectLine.Enabled;
        if (isEnabled && WebChatPage.IsMade && context.Request.GetTypedHeaders().Accept.Any(type => type.MediaType == MediaTypeNames.Text.Html))
            return WebChatPage.Show(context);
        // The Host header is repeated only where both ends are this machine.
        var address = ArticleLinks.For(options.Value, context.Request).Home ?? "/";
        var chat = !isEnabled ? "" : WebChatPage.IsMade
            ? $"\nChat:  open {address} in a browser"
            : "\nChat:  the page is not there: install Node.js 20 or later with npm, and start with dotnet run --project src/Summit.Bot";
        return Text($$"""
            Summit.Bot answers questions, in French or English, from its articles, and quotes the sentences that prove each answer.
            {{chat}}
            Ask:   curl -s {{address}}api/ask -H "Content-Type: application/json" -d '{"question":"Where did the two leaders meet?"}'
            Read:  {{address}}articles
            Teams: open {{address}}api/messages in the Bot Framework Emulator or the Microsoft 365 Agents Playground
            State: {{address}}healthz (is it up?), {{address}}readyz (can it answer?)
            """);
    }

    private static ContentHttpResult Text(string text, int status = StatusCodes.Status200OK) =>
        TypedResults.Text(text + "\n", MediaTypeNames.Text.Plain, Encoding.UTF8, status);

    /// <exception cref="SetupException">The server cannot listen there.</exception>
    private static void CheckAddresses(string? urls)
    {
        foreach (var url in (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // The port is checked apart: Kestrel throws what nobody catches.
            if (!TryParse(url, out var port) || port > IPEndPoint.MaxPort)
                throw new SetupException($"The server cannot listen at '{url}', which is no address such as {DefaultUrl}. Name another address with --urls.");
        }

        static bool TryParse(string url, out int port)
        {
            try
            {
                port = BindingAddress.Parse(url).Port;
                return true;
            }
            catch (FormatException)
            {
                port = 0;
                return false;
            }
        }
    }

    private static bool HasAddress(ConfigurationManager configuration) =>
        configuration["urls"] is not null || configuration["http_ports"] is not null || configuration["https_ports"] is not null
        || configuration.GetSection("Kestrel:Endpoints").Exists();
}
