using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Summit.Bot.EndToEnd;

/// <summary>
/// A server of chat completions as OpenAI's are on the wire, strict about what it is sent, that says what a script tells it to. It
/// streams, as the bot asks it to.
/// </summary>
internal sealed partial class ChatServer : IAsyncDisposable
{
    public const string Key = "sk-test-0123456789";

    private static readonly string[] Fields = ["model", "messages", "stream", "stream_options", "temperature", "response_format"];

    private readonly WebApplication _app;
    private readonly Func<ChatCall, ChatScript> _script;
    private readonly string _limit;
    private readonly ConcurrentQueue<ChatCall> _calls = new();

    private ChatServer(WebApplication app, Func<ChatCall, ChatScript> script, string limit)
    {
        _limit = limit;
        _app = app;
        _script = script;
    }

    /// <summary>The address to configure.</summary>
    public Uri Address => new(_app.Urls.Single() + "/v1");

    /// <summary>What it was asked, in order.</summary>
    public IReadOnlyList<ChatCall> Calls => [.. _calls];

    /// <summary>Starts a server that says what a script makes of each call.</summary>
    /// <param name="script">The script.</param>
    /// <param name="limit">The name by which it knows the limit of tokens; any other one is refused.</param>
    public static async Task<ChatServer> StartAsync(Func<ChatCall, ChatScript> script, string limit = "max_completion_tokens")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(100));
        var app = builder.Build();
        var server = new ChatServer(app, script, limit);
        app.MapPost("/v1/chat/completions", server.CompleteAsync);
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task CompleteAsync(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        var refused = context.Request.Headers.Authorization != $"Bearer {Key}" ? (401, "invalid_api_key")
            : body.FirstOrDefault(field => !Fields.Contains(field.Key) && field.Key != _limit).Key is { } unknown ? (400, $"Unrecognized request argument supplied: {unknown}")
            : body["stream"]?.GetValue<bool>() != true ? (400, "this server only streams")
            : default((int, string)?);
        var call = new ChatCall(body, [.. body["messages"]!.AsArray().Select(message => (Text(message!, "role"), Text(message!, "content")))]);
        _calls.Enqueue(call);
        var script = refused is var (status, reason) ? new ChatScript("") { Status = status, Reason = reason } : _script(call);
        await Task.Delay(script.Delay, context.RequestAborted);
        if (script.RetryAfter is { } retryAfter)
            context.Response.Headers.RetryAfter = retryAfter.ToString(CultureInfo.InvariantCulture);
        context.Response.StatusCode = script.Status;
        if (script.Status != 200)
        {
            await context.Response.WriteAsJsonAsync(new { error = new { message = script.Reason, type = "error", code = (string?)null } });
            return;
        }

        context.Response.ContentType = "text/event-stream";
        var parts = Parts().Matches(script.Content).Select(match => match.Value).ToList();
        foreach (var part in script.IsCutOff ? parts.Take(parts.Count / 2) : parts)
        {
            await EventAsync(context, new JsonObject { ["content"] = part }, finish: null);
            await Task.Delay(script.Pace);
        }

        if (script.IsCutOff)
        {
            context.Abort();
            return;
        }

        await EventAsync(context, [], script.Finish);
        if (script.Tokens is { } tokens)
        {
            // As OpenAI sends it with stream_options.include_usage: an event of its own, without choices.
            await context.Response.WriteAsync($"data: {new JsonObject
            {
                ["id"] = "chatcmpl-1", ["object"] = "chat.completion.chunk", ["created"] = 1_700_000_000, ["model"] = "scripted", ["choices"] = new JsonArray(),
                ["usage"] = new JsonObject { ["prompt_tokens"] = tokens - 1, ["completion_tokens"] = 1, ["total_tokens"] = tokens },
            }.ToJsonString()}\n\n");
        }

        await context.Response.WriteAsync("data: [DONE]\n\n");
    }

    private static Task EventAsync(HttpContext context, JsonObject delta, string? finish) => context.Response.WriteAsync($"data: {new JsonObject
    {
        ["id"] = "chatcmpl-1", ["object"] = "chat.completion.chunk", ["created"] = 1_700_000_000, ["model"] = "scripted",
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finish }),
    }.ToJsonString()}\n\n");

    private static string Text(JsonNode message, string field) => message[field] switch
    {
        JsonValue value => value.GetValue<string>(),
        JsonArray parts => string.Concat(parts.Select(part => part!["text"]!.GetValue<string>())),
        _ => "",
    };

    [GeneratedRegex(@"[\s\S]{1,24}", RegexOptions.None, 10_000)]
    private static partial Regex Parts();
}

/// <summary>One call, as the model sees it.</summary>
internal sealed partial record ChatCall(JsonObject Body, IReadOnlyList<(string Role, string Content)> Messages)
{
    /// <summary>Which of the bot's prompts it is.</summary>
    public string Prompt => User.Contains("BEGIN CONVERSATION\n", StringComparison.Ordinal) ? "condense" : User.Contains("BEGIN SENTENCE\n", StringComparison.Ordinal) ? "translate" : "answer";

    public string User => Messages.Single(message => message.Role == "user").Content;

    /// <summary>The sentences that were given, by number.</summary>
    public IReadOnlyDictionary<int, string> Sentences => Numbered().Matches(Between("SENTENCES"))
        .ToDictionary(match => int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture), match => match.Groups["text"].Value.Trim());

    public string Question => Between("QUESTION").Trim();

    /// <summary>The language that was asked for.</summary>
    public string Language => User.Contains("\"language\": \"fr\"", StringComparison.Ordinal) ? "fr" : "en";

    public bool IsSecondTry => User.Contains("Your last answer", StringComparison.Ordinal);

    public string Between(string what) => User.Split($"BEGIN {what}\n")[1].Split($"\nEND {what}")[0];

    [GeneratedRegex(@"^\[(?<number>\d+)\] (?<text>.*)$", RegexOptions.Multiline, 10_000)]
    private static partial Regex Numbered();
}

/// <summary>What the server does with a call.</summary>
internal sealed record ChatScript(string Content)
{
    public int Status { get; init; } = 200;

    public string Reason { get; init; } = "";

    public int? RetryAfter { get; init; }

    public TimeSpan Delay { get; init; }

    public TimeSpan Pace { get; init; }

    public bool IsCutOff { get; init; }

    public string Finish { get; init; } = "stop";

    /// <summary>How many tokens the server says it was; null when it does not say.</summary>
    public int? Tokens { get; init; }

    public static ChatScript Question(string question) => new(JsonSerializer.Serialize(new { question }));

    public static ChatScript Translation(string translation) => new(JsonSerializer.Serialize(new { translation }));

    /// <summary>An answer of the form that is asked for.</summary>
    public static ChatScript Saying(string language, params (string Text, int[] Sentences)[] statements) => new(JsonSerializer.Serialize(new
    {
        answerable = true, language, statements = statements.Select(statement => new { text = statement.Text, sentences = statement.Sentences }),
    }));
}
