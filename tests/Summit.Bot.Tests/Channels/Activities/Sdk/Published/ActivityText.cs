using Newtonsoft.Json;

namespace Summit.Bot.Tests.Channels.Activities;

/// <summary>What Microsoft.Bot.Builder sends.</summary>
internal static class ActivityText
{
    public static string Of(object value) => JsonConvert.SerializeObject(value, HttpHelper.BotMessageSerializerSettings);
}
