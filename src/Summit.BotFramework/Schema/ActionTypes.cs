namespace Summit.BotFramework.Schema;

/// <summary>What happens when a user chooses a <see cref="CardAction"/>.</summary>
public static class ActionTypes
{
    /// <summary>The value is sent as a message that everybody sees.</summary>
    public const string ImBack = "imBack";

    /// <summary>The value is sent as a message that is not shown.</summary>
    public const string PostBack = "postBack";

    /// <summary>The value is sent, and the display text is shown in its place.</summary>
    public const string MessageBack = "messageBack";

    /// <summary>The value is a URL, which the client opens.</summary>
    public const string OpenUrl = "openUrl";
}
