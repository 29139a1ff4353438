using System.Text.Json;

namespace Summit.Bot.Tests.Channels.Activities;

/// <summary>What Summit.BotFramework sends.</summary>
internal static class ActivityText
{
    private static readonly JsonSerializerOptions Readable = new(ActivityJson.Options) { WriteIndented = true };

    public static string Of(object value) => JsonSerializer.Serialize(value, Readable);
}
