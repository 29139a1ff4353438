using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using IMiddleware = Summit.BotFramework.IMiddleware;

namespace Summit.Bot.Channels.Activities;

/// <summary>What Summit.BotFramework does otherwise than Microsoft.Bot.Builder, whose side is the file of this name beside.</summary>
internal static class BotSdk
{
    /// <summary>Fields as an activity holds them: in its channelData, in an entity or as the content of a card.</summary>
    public static JsonObject Json(JsonObject fields) => fields;

    /// <summary>Fields that <see cref="Json"/> made; null where there are none.</summary>
    public static JsonObject? Fields(object? json) => json as JsonObject;

    /// <summary>A value that a client sent; null where there is none.</summary>
    public static JsonElement? Received(object? value) => value as JsonElement?;

    /// <summary>An activity that a client sent.</summary>
    /// <exception cref="JsonException">A field is not of its type; the message names no secret, but types of .NET.</exception>
    public static Activity Activity(JsonObject json) => json.Deserialize<Activity>(ActivityJson.Options)!;

    /// <summary>An activity as clients read it: UTF-8.</summary>
    public static byte[] Bytes(Activity activity) => JsonSerializer.SerializeToUtf8Bytes(activity, ActivityJson.Options);

    /// <summary>The text of a message without the mention of the bot; null where there is none.</summary>
    public static string? WithoutMention(IMessageActivity activity) => activity.RemoveRecipientMention();

    /// <summary>Adds the <see cref="CloudAdapter"/> and what it needs.</summary>
    public static IServiceCollection AddCloudAdapter(this IServiceCollection services) => services.AddBotFramework();

    /// <summary>Shows in personal chats that the bot is typing while an answer takes its time.</summary>
    public static IMiddleware ShowTyping(IServiceProvider services) =>
        new ShowTypingMiddleware(logger: services.GetRequiredService<ILogger<ShowTypingMiddleware>>());

    /// <summary>Serves a request to <c>/api/messages</c>; without an app id, in Development and from this machine only.</summary>
    // Without the token of the request: a turn goes on when the channel hangs up.
    public static Task ServeAsync(this CloudAdapter adapter, HttpContext context, IBot bot) => adapter.ProcessAsync(context.Request, context.Response, bot);
}
