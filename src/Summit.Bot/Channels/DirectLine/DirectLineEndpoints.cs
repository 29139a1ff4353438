using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Summit.Bot.Channels.Activities;
using Summit.Bot.Channels.Api;

namespace Summit.Bot.Channels.DirectLine;

/// <summary>
/// Direct Line 3.0 for the web chat: <c>/v3/directline</c>. Whoever asks for a token gets a conversation of their own, and reaches no other one.
/// </summary>
internal sealed class DirectLineEndpoints(
    DirectLineTokens tokens, DirectLineConversations conversations, DirectLineAdapter adapter, QuestionLimiter limiter, IOptions<SummitOptions> options,
    TimeProvider time, IHostApplicationLifetime host)
{
    private const string Root = "/v3/directline";
    private const int MostBodyBytes = 64 * 1024;

    /// <summary>Maps the addresses.</summary>
    public void Map(IEndpointRouteBuilder app)
    {
        var root = app.MapGroup(Root);
        root.MapPost("/tokens/generate", Generate).RequireRateLimiting(QuestionLimiter.Questions);
        root.MapPost("/tokens/refresh", (Delegate)RefreshAsync).RequireRateLimiting(QuestionLimiter.Pages);
        root.MapPost("/conversations", (Delegate)StartAsync).RequireRateLimiting(QuestionLimiter.Questions);
        root.MapGet("/conversations/{id}", ResumeAsync).RequireRateLimiting(QuestionLimiter.Pages);
        root.MapGet("/conversations/{id}/stream", StreamAsync).RequireRateLimiting(QuestionLimiter.Pages);
        root.MapGet("/conversations/{id}/activities", PollAsync).RequireRateLimiting(QuestionLimiter.Pages);
        root.MapPost("/conversations/{id}/activities", PostAsync).RequireRateLimiting(QuestionLimiter.Questions);
        root.MapPost("/conversations/{id}/upload", (HttpContext context) => Problems.Of(
            context, StatusCodes.Status415UnsupportedMediaType, "The bot reads no attachments.", "Send the question as the text of a message."));
    }

    private JsonHttpResult<JsonObject> Generate() => Granted(DirectLineTokens.NewUser());

    private async Task<IResult> RefreshAsync(HttpContext context) =>
        await ReadTokenAsync(context) is var (user, refusal) && user is null ? refusal! : Granted(user!);

    private JsonHttpResult<JsonObject> Granted(DirectLineUser user) => TypedResults.Json(new JsonObject
    {
        ["conversationId"] = user.Conversation, ["token"] = tokens.Issue(user), ["expires_in"] = (int)DirectLineTokens.Lifetime.TotalSeconds,
    });

    private async Task<IResult> StartAsync(HttpContext context)
    {
        var (user, refusal) = await ReadTokenAsync(context);
        if (user is null)
            return refusal!;
        string? locale = null;
        if (context.Request.ContentLength > 0)
        {
            var (json, unreadable) = await JsonBody.ReadAsync(context, MostBodyBytes, "{\"locale\": \"fr-FR\"}");
            using (json)
            {
                if (json is null)
                    return unreadable!;
                locale = json.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("locale", out var value) && value.ValueKind == JsonValueKind.String
                    ? value.GetString() : null;
            }
        }

        var (conversation, isNew) = conversations.Start(user);
        if (conversation is null)
            return Problems.TooManyRequests(context, TimeSpan.FromMinutes(1));
        if (isNew)
            Join(conversation, locale, Origin(context));
        return Opened(context, user, watermark: null, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private async Task<IResult> ResumeAsync(HttpContext context, string id, string? watermark)
    {
        var (conversation, user, refusal) = await FindAsync(context, id);
        if (conversation is null)
            return refusal!;
        return TryRead(watermark, out _) ? Opened(context, user!, watermark, StatusCodes.Status200OK) : WrongWatermark(context);
    }

    private async Task<IResult> PollAsync(HttpContext context, string id, string? watermark)
    {
        var (conversation, _, refusal) = await FindAsync(context, id);
        if (conversation is null)
            return refusal!;
        return TryRead(watermark, out var after) ? TypedResults.Bytes(conversation.Transcript.Read(after, out _).Json, "application/json; charset=utf-8") : WrongWatermark(context);
    }

    private async Task<IResult> PostAsync(HttpContext context, string id)
    {
        var (conversation, user, refusal) = await FindAsync(context, id);
        if (conversation is null)
            return refusal!;
        var (json, unreadable) = await JsonBody.ReadAsync(context, MostBodyBytes, "{\"type\": \"message\", \"text\": \"…\"}");
        using (json)
        {
            if (json is null)
                return unreadable!;
            var (activity, echo, wrong) = UserActivity.Read(json.RootElement, user!, conversation.NextId(), time.GetUtcNow());
            if (activity is null)
                return Problems.Of(context, StatusCodes.Status400BadRequest, "The activity cannot be read.", wrong!);
            var origin = Origin(context);
            if (activity.Type == ActivityTypes.Typing || conversation.TryPost(() => conversation.Transcript.Add(activity.Id!, echo!), left => adapter.RunAsync(conversation, activity, origin, left)))
                return TypedResults.Json(new JsonObject { ["id"] = activity.Id });
            return Problems.TooManyRequests(context, TimeSpan.FromSeconds(1));
        }
    }

    private async Task<IResult> StreamAsync(HttpContext context, string id, string? watermark, string? t)
    {
        if (!context.WebSockets.IsWebSocketRequest)
            return Problems.Of(context, StatusCodes.Status400BadRequest, "This address is a WebSocket.", $"Open it as one, or poll {Root}/conversations/{{id}}/activities.");
        if (!TryRead(watermark, out var after))
            return WrongWatermark(context);
        var (user, fault) = await tokens.ReadForStreamAsync(t ?? "");
        if (user is null || user.Conversation != id)
            return user is null ? Refused(context, fault) : NotYours(context);
        if (conversations.Find(id) is not { } conversation)
            return Ended(context);
        if (!conversation.TryOpenStream())
            return Problems.TooManyRequests(context, TimeSpan.FromMinutes(1));
        try
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            await DirectLineStream.RunAsync(socket, conversation, after, host);
        }
        finally
        {
            conversation.CloseStream();
        }

        return TypedResults.Empty;
    }

    /// <summary>Tells the bot who has joined: the user and itself, as Azure does.</summary>
    private void Join(DirectLineConversation conversation, string? locale, TurnOrigin origin)
    {
        var joined = BotSdk.Activity(new JsonObject
        {
            ["type"] = ActivityTypes.ConversationUpdate, ["id"] = conversation.NextId(), ["channelId"] = ChannelIds.Directline, ["locale"] = locale,
            ["conversation"] = new JsonObject { ["id"] = conversation.Id }, ["from"] = new JsonObject { ["id"] = conversation.User },
            ["recipient"] = DirectLineAdapter.Bot, ["membersAdded"] = new JsonArray(DirectLineAdapter.Bot, new JsonObject { ["id"] = conversation.User }),
        });
        conversation.TryPost(static () => { }, left => adapter.RunAsync(conversation, joined, origin, left));
    }

    private JsonHttpResult<JsonObject> Opened(HttpContext context, DirectLineUser user, string? watermark, int status)
    {
        var origin = options.Value.PublicUrl is { } url ? url.AbsoluteUri.TrimEnd('/') : $"{context.Request.Scheme}://{context.Request.Host.Value}";
        // http becomes ws, https wss.
        var stream = $"ws{origin["http".Length..]}{Root}/conversations/{user.Conversation}/stream?watermark={watermark}&t={tokens.IssueForStream(user)}";
        return TypedResults.Json(
            new JsonObject
            {
                ["conversationId"] = user.Conversation, ["token"] = tokens.Issue(user), ["expires_in"] = (int)DirectLineTokens.Lifetime.TotalSeconds, ["streamUrl"] = stream,
            },
            statusCode: status);
    }

    private TurnOrigin Origin(HttpContext context) => TurnOrigin.Of(context.Request, options.Value, limiter) with { Address = QuestionLimiter.Network(context.Connection.RemoteIpAddress) };

    private async Task<(DirectLineUser? User, IResult? Refusal)> ReadTokenAsync(HttpContext context)
    {
        const string Scheme = "Bearer ";
        var header = context.Request.Headers.Authorization.ToString();
        var (user, fault) = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? await tokens.ReadAsync(header[Scheme.Length..].Trim()) : (null, TokenFault.Invalid);
        return (user, user is null ? Refused(context, fault) : null);
    }

    private async Task<(DirectLineConversation? Conversation, DirectLineUser? User, IResult? Refusal)> FindAsync(HttpContext context, string id)
    {
        var (user, refusal) = await ReadTokenAsync(context);
        if (user is null)
            return (null, null, refusal);
        if (user.Conversation != id)
            return (null, null, NotYours(context));
        return conversations.Find(id) is { } conversation ? (conversation, user, null) : (null, null, Ended(context));
    }

    private static bool TryRead(string? watermark, out long after)
    {
        after = 0;
        return string.IsNullOrEmpty(watermark) || watermark == "-" || long.TryParse(watermark, NumberStyles.None, CultureInfo.InvariantCulture, out after);
    }

    private static IResult WrongWatermark(HttpContext context) =>
        Problems.Of(context, StatusCodes.Status400BadRequest, "The watermark is none.", "Send the one that the last activities came with, or leave it out for all of them.");

    private static IResult Refused(HttpContext context, TokenFault fault) => fault == TokenFault.Expired
        ? Problems.Of(context, StatusCodes.Status403Forbidden, "The token has expired.", $"Begin anew with POST {Root}/tokens/generate; a token that is still good is renewed by POST {Root}/tokens/refresh.")
        : Problems.Of(context, StatusCodes.Status401Unauthorized, "There is no token, or it is not from here.", $"Send one as Authorization: Bearer …; POST {Root}/tokens/generate gives one.");

    private static IResult NotYours(HttpContext context) =>
        Problems.Of(context, StatusCodes.Status403Forbidden, "The token is for another conversation.", "Use the conversation that the token came with.");

    private static IResult Ended(HttpContext context) =>
        Problems.Of(context, StatusCodes.Status404NotFound, "There is no such conversation, or no longer.", $"Start one with POST {Root}/conversations.");
}
