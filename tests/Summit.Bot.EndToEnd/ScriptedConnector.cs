using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Summit.Bot.EndToEnd;

/// <summary>The far end of a channel on a loopback port: keeps what the bot sends and answers as a channel does.</summary>
public sealed class ScriptedConnector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, JsonObject Activity)> _received = new();

    private ScriptedConnector(WebApplication app) => _app = app;

    public string ServiceUrl => _app.Urls.First() + "/channel";

    /// <summary>What the bot sent and the channel took; that it was typing, which depends on the machine, apart.</summary>
    public IReadOnlyList<(string Path, JsonObject Activity)> Received => [.. _received.Where(call => call.Activity["type"]?.GetValue<string>() != "typing")];

    /// <summary>The parts of replies that are shown while they are made, and their ends.</summary>
    public IReadOnlyList<JsonObject> Streamed => [.. _received.Select(call => call.Activity).Where(activity => StreamInfo(activity) is not null)];

    /// <summary>The status with which an activity is refused; null to take it.</summary>
    public Func<JsonObject, int?> Refuse { get; set; } = _ => null;

    /// <summary>Awaited before each call is answered.</summary>
    public Func<Task> Delay { get; set; } = () => Task.CompletedTask;

    public static async Task<ScriptedConnector> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var connector = new ScriptedConnector(builder.Build());
        connector._app.MapPost("/channel/v3/conversations/{**rest}", async (HttpRequest request) =>
        {
            var activity = (await JsonNode.ParseAsync(request.Body))!.AsObject();
            await connector.Delay();
            if (connector.Refuse(activity) is { } status)
                return Results.StatusCode(status);
            connector._received.Enqueue((request.Path, activity));
            return Results.Json(new { id = "reply" }, statusCode: StatusCodes.Status201Created);
        });
        await connector._app.StartAsync();
        return connector;
    }

    /// <summary>What an activity says of its place in a stream.</summary>
    public static JsonNode? StreamInfo(JsonObject activity) => (activity["entities"] as JsonArray)?.FirstOrDefault(e => e?["type"]?.GetValue<string>() == "streaminfo");

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
