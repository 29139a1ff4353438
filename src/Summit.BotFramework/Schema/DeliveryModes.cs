namespace Summit.BotFramework.Schema;

/// <summary>How the sender of an activity wants its replies.</summary>
public static class DeliveryModes
{
    /// <summary>Replies are posted to the connector. The same as no delivery mode.</summary>
    public const string Normal = "normal";

    /// <summary>Replies are collected and returned in the body of the HTTP response.</summary>
    public const string ExpectReplies = "expectReplies";
}
