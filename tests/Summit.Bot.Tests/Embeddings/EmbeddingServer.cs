using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Summit.Bot.Embeddings.OpenAI;

namespace Summit.Bot.Tests.Embeddings;

/// <summary>A server of embeddings as OpenAI's are on the wire, strict about what it is sent, that answers as a script tells it to.</summary>
internal sealed class EmbeddingServer : IAsyncDisposable
{
    public const string Key = "sk-test-0123456789";
    public const int Dimension = 4;

    private static readonly string[] Fields = ["model", "input", "encoding_format", "dimensions"];

    private readonly WebApplication _app;
    private readonly Func<EmbeddingCall, EmbeddingScript> _script;
    private readonly ConcurrentQueue<EmbeddingCall> _calls = new();

    private EmbeddingServer(WebApplication app, Func<EmbeddingCall, EmbeddingScript> script) => (_app, _script) = (app, script);

    /// <summary>The address to configure.</summary>
    public Uri Address => new(_app.Urls.Single() + "/v1/");

    /// <summary>What it was asked, in order.</summary>
    public IReadOnlyList<EmbeddingCall> Calls => [.. _calls];

    /// <summary>Starts a server; without a script it answers as it should.</summary>
    public static async Task<EmbeddingServer> StartAsync(Func<EmbeddingCall, EmbeddingScript>? script = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(100));
        var app = builder.Build();
        var server = new EmbeddingServer(app, script ?? (_ => new EmbeddingScript()));
        app.MapPost("/v1/embeddings", server.EmbedAsync);
        await app.StartAsync();
        return server;
    }

    /// <summary>What a text is embedded as, before it is brought to unit length.</summary>
    public static float[] VectorOf(string text, int dimension = Dimension) => [.. Enumerable.Range(1, dimension).Select(i => (text.Length * i % 7) + (text[0] % 5 * 0.5f) + 1)];

    public OpenAIEmbedder Open(Action<OpenAIEmbeddingsOptions>? change = null)
    {
        var options = new OpenAIEmbeddingsOptions { Endpoint = Address, Model = "made", ApiKey = Key };
        change?.Invoke(options);
        return new OpenAIEmbedder(options);
    }

    public Task StopAsync() => _app.StopAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task EmbedAsync(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        var call = new EmbeddingCall(body, [.. body["input"]!.AsArray().Select(text => text!.GetValue<string>())], _calls.Count);
        _calls.Enqueue(call);
        var isRefused = context.Request.Headers.Authorization != $"Bearer {Key}" || body.Any(field => !Fields.Contains(field.Key)) || call.Input.Any(text => text.Length == 0);
        var script = isRefused ? new EmbeddingScript { Status = 400, Body = """{"error":{"message":"refused by the test"}}""" } : _script(call);
        await Task.Delay(script.Delay, context.RequestAborted);
        if (script.RetryAfter is { } retryAfter)
            context.Response.Headers.RetryAfter = retryAfter;
        context.Response.StatusCode = script.Status;
        await context.Response.WriteAsync(script.Body ?? Answer(call, script).ToJsonString());
    }

    private static JsonObject Answer(EmbeddingCall call, EmbeddingScript script)
    {
        var dimension = script.Dimension ?? call.Body["dimensions"]?.GetValue<int>() ?? Dimension;
        var data = call.Input.Select((text, i) => (JsonNode)new JsonObject
        {
            ["object"] = "embedding", ["index"] = i,
            ["embedding"] = script.IsBase64
                ? Convert.ToBase64String(MemoryMarshal.AsBytes<float>(VectorOf(text, dimension)))
                : new JsonArray([.. VectorOf(text, dimension).Select(number => (JsonNode)number)]),
        });
        // The order says nothing: the index does.
        return new JsonObject { ["object"] = "list", ["model"] = "made", ["data"] = new JsonArray([.. data.Reverse()]) };
    }
}

/// <summary>One call.</summary>
internal sealed record EmbeddingCall(JsonObject Body, IReadOnlyList<string> Input, int Number);

/// <summary>What the server does with a call.</summary>
internal sealed record EmbeddingScript
{
    public int Status { get; init; } = 200;

    public string? Body { get; init; }

    public string? RetryAfter { get; init; }

    public TimeSpan Delay { get; init; }

    public bool IsBase64 { get; init; }

    public int? Dimension { get; init; }
}
