using System.Text.Json.Nodes;

namespace Summit.BotFramework.Tests.Support;

/// <summary>Activities as the clients send them, written after what was seen on the wire.</summary>
internal static class Samples
{
    public const string TeamsChannelConversation = "19:a0b1c2@thread.tacv2;messageid=1612815361254";

    public static string Message(string serviceUrl, string text = "Bonjour", string? deliveryMode = null, string conversation = "c1", string id = "m1") => new JsonObject
    {
        ["type"] = "message",
        ["id"] = id,
        ["timestamp"] = "2026-01-31T08:00:00.123Z",
        ["localTimestamp"] = "2026-01-31T09:00:00.123+01:00",
        ["serviceUrl"] = serviceUrl,
        ["channelId"] = "emulator",
        ["from"] = new JsonObject { ["id"] = "user-1", ["name"] = "Alex", ["role"] = "user" },
        ["recipient"] = new JsonObject { ["id"] = "bot-1", ["name"] = "Bot", ["role"] = "bot" },
        ["conversation"] = new JsonObject { ["id"] = conversation },
        ["locale"] = "en-US",
        ["text"] = text,
        ["textFormat"] = "plain",
        ["deliveryMode"] = deliveryMode,
    }.ToJsonString();

    public static string TeamsChannelMessage(string serviceUrl) => new JsonObject
    {
        ["type"] = "message",
        ["id"] = "1612815361254",
        ["serviceUrl"] = serviceUrl,
        ["channelId"] = "msteams",
        ["from"] = new JsonObject { ["id"] = "29:user", ["name"] = "Alex", ["aadObjectId"] = "00000000-0000-0000-0000-000000000020" },
        ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "Test Bot" },
        ["conversation"] = new JsonObject
        {
            ["isGroup"] = true,
            ["conversationType"] = "channel",
            ["tenantId"] = "00000000-0000-0000-0000-000000000001",
            ["id"] = TeamsChannelConversation,
        },
        ["text"] = "<at>Test Bot</at> Où se sont-ils rencontrés ?",
        ["textFormat"] = "xml",
        ["entities"] = new JsonArray(
            new JsonObject
            {
                ["type"] = "mention",
                ["mentioned"] = new JsonObject { ["id"] = "28:bot", ["name"] = "Test Bot" },
                ["text"] = "<at>Test Bot</at>",
            },
            new JsonObject { ["type"] = "clientInfo", ["locale"] = "en-US", ["country"] = "US", ["platform"] = "Web" }),
        ["channelData"] = new JsonObject { ["teamsTeamId"] = "19:t", ["tenant"] = new JsonObject { ["id"] = "t" } },
    }.ToJsonString();

    public static string ConversationUpdate(string serviceUrl, params string[] added) => new JsonObject
    {
        ["type"] = "conversationUpdate",
        ["id"] = "u1",
        ["serviceUrl"] = serviceUrl,
        ["channelId"] = "msteams",
        ["from"] = new JsonObject { ["id"] = "user-1" },
        ["recipient"] = new JsonObject { ["id"] = "bot-1" },
        ["conversation"] = new JsonObject { ["id"] = "c1" },
        ["membersAdded"] = new JsonArray([.. added.Select(id => new JsonObject { ["id"] = id })]),
    }.ToJsonString();

    public static string InstallationUpdate(string serviceUrl, string action) => new JsonObject
    {
        ["type"] = "installationUpdate",
        ["action"] = action,
        ["serviceUrl"] = serviceUrl,
        ["channelId"] = "msteams",
        ["recipient"] = new JsonObject { ["id"] = "bot-1" },
        ["conversation"] = new JsonObject { ["id"] = "c1" },
    }.ToJsonString();

    /// <summary>A card's Action.Submit: a value, and no text.</summary>
    public static string CardSubmit(string serviceUrl) => new JsonObject
    {
        ["type"] = "message",
        ["id"] = "m2",
        ["serviceUrl"] = serviceUrl,
        ["channelId"] = "msteams",
        ["from"] = new JsonObject { ["id"] = "user-1" },
        ["recipient"] = new JsonObject { ["id"] = "bot-1" },
        ["conversation"] = new JsonObject { ["id"] = "c1" },
        ["value"] = new JsonObject { ["choice"] = "again" },
    }.ToJsonString();

    /// <summary>A vote in Teams: no locale, no replyToId.</summary>
    public static string SubmitAction(string serviceUrl) => new JsonObject
    {
        ["type"] = "invoke",
        ["name"] = "message/submitAction",
        ["id"] = "i1",
        ["serviceUrl"] = serviceUrl,
        ["channelId"] = "msteams",
        ["from"] = new JsonObject { ["id"] = "user-1" },
        ["recipient"] = new JsonObject { ["id"] = "bot-1" },
        ["conversation"] = new JsonObject { ["id"] = "c1" },
        ["value"] = new JsonObject
        {
            ["actionName"] = "feedback",
            ["actionValue"] = new JsonObject { ["reaction"] = "like", ["feedback"] = "Très bien" },
        },
    }.ToJsonString();

    /// <summary>A vote in Web Chat: the entity has no type, the event neither text nor replyToId.</summary>
    public static string WebChatVote(string serviceUrl) => new JsonObject
    {
        ["type"] = "event",
        ["name"] = "webchat:activity-status/feedback",
        ["id"] = "e1",
        ["serviceUrl"] = serviceUrl,
        ["channelId"] = "directline",
        ["from"] = new JsonObject { ["id"] = "dl_user" },
        ["recipient"] = new JsonObject { ["id"] = "bot-1" },
        ["conversation"] = new JsonObject { ["id"] = "c1" },
        ["entities"] = new JsonArray(new JsonObject
        {
            ["@type"] = "LikeAction",
            ["@id"] = "_:LikeAction-1",
            ["object"] = new JsonObject { ["@type"] = "Message", ["identifier"] = "answer-7" },
        }),
    }.ToJsonString();
}
