using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Summit.Bot.Channels.Activities;

namespace Summit.Bot.Channels.DirectLine;

/// <summary>What a client of Direct Line sends: taken as it is, but for who sent it, where and when, which the server says.</summary>
internal static class UserActivity
{
    private static readonly string[] Types = [ActivityTypes.Message, ActivityTypes.Event, ActivityTypes.Typing];

    private static readonly string[] Texts = ["text", "textFormat", "name", "locale", "replyToId"];

    /// <summary>Reads an activity.</summary>
    /// <returns>The activity for the bot, and what goes into the transcript; or what is wrong.</returns>
    public static (Activity? Activity, byte[]? Echo, string? Wrong) Read(JsonElement json, DirectLineUser user, string id, DateTimeOffset now)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return (null, null, "It is not a JSON object. Send {\"type\": \"message\", \"text\": \"…\"}.");
        // Read to its end: the document that it stands in is gone before the turn is.
        var fields = JsonObject.Create(json.Clone())!;
        if (!(fields["type"] is JsonValue type && type.TryGetValue<string>(out var name) && Types.Contains(name)))
            return (null, null, $"Its type is none of {string.Join(", ", Types)}. Send one of them.");
        if (Texts.FirstOrDefault(field => fields[field] is not (null or JsonValue) || (fields[field] is JsonValue text && !text.TryGetValue<string>(out _))) is { } wrong)
            return (null, null, $"The value of {wrong} is not a string. Correct it, or leave the field out.");
        var from = new JsonObject { ["id"] = user.User, ["role"] = "user" };
        if (fields["from"] is JsonObject sender && sender["name"] is JsonValue called && called.TryGetValue<string>(out var userName))
            from["name"] = userName;
        fields["id"] = id;
        fields["timestamp"] = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        fields["channelId"] = ChannelIds.Directline;
        fields["conversation"] = new JsonObject { ["id"] = user.Conversation };
        fields["from"] = from;
        fields["recipient"] = DirectLineAdapter.Bot;
        // What only a channel may say.
        foreach (var field in new[] { "serviceUrl", "callerId", "deliveryMode" })
            fields.Remove(field);
        try
        {
            var activity = BotSdk.Activity(fields);
            return (activity, JsonSerializer.SerializeToUtf8Bytes<JsonNode>(fields), null);
        }
        catch (JsonException error)
        {
            return (null, null, $"The value of {error.Path ?? "a field"} has the wrong JSON type. Correct it, or leave the field out.");
        }
    }
}
