namespace Summit.BotFramework;

/// <summary>The values of <see cref="Schema.Activity.ChannelId"/> of the clients that this project knows.</summary>
public static class Channels
{
    /// <summary>Microsoft Teams.</summary>
    public const string Msteams = "msteams";

    /// <summary>The Bot Framework Emulator.</summary>
    public const string Emulator = "emulator";

    /// <summary>Web Chat as Azure Bot Service hosts it.</summary>
    public const string Webchat = "webchat";

    /// <summary>Direct Line, the protocol under a self-hosted Web Chat.</summary>
    public const string Directline = "directline";
}
