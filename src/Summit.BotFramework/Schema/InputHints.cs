namespace Summit.BotFramework.Schema;

/// <summary>What a client may do with its input field after a message.</summary>
public static class InputHints
{
    /// <summary>The bot is passively ready for input.</summary>
    public const string AcceptingInput = "acceptingInput";

    /// <summary>The bot is not ready for input; more is to come.</summary>
    public const string IgnoringInput = "ignoringInput";

    /// <summary>The bot asked something and waits.</summary>
    public const string ExpectingInput = "expectingInput";
}
