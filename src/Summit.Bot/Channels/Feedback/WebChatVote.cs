using System.Text.Json.Nodes;

namespace Summit.Bot.Channels.Feedback;

/// <summary>
/// The buttons by which a message is voted on in Web Chat: schema.org actions of its Message entity, of which the chosen one comes
/// back in an event.
/// </summary>
internal static class WebChatVote
{
    /// <summary>The name of the event.</summary>
    public const string EventName = "webchat:activity-status/feedback";

    private const string Like = "LikeAction", Dislike = "DislikeAction";

    /// <summary>The two actions on an answer.</summary>
    public static JsonArray Actions(string answerId) => [Action(Like, answerId), Action(Dislike, answerId)];

    /// <summary>Reads the action that was chosen.</summary>
    /// <returns>Null when it is none of the two.</returns>
    public static (string Reaction, string? AnswerId)? Read(JsonObject? action) => Text(action?["@type"]) switch
    {
        Like => ("like", AnswerOf(action!)),
        Dislike => ("dislike", AnswerOf(action!)),
        _ => null,
    };

    private static JsonObject Action(string type, string answerId) => new()
    {
        ["@type"] = type, ["@id"] = $"_:{type}-{answerId}", ["actionStatus"] = "PotentialActionStatus",
        ["object"] = new JsonObject { ["@type"] = "Message", ["identifier"] = answerId },
    };

    private static string? AnswerOf(JsonObject action) => action["object"] is JsonObject message ? Text(message["identifier"]) : null;

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
