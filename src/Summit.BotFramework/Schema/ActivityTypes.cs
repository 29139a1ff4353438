namespace Summit.BotFramework.Schema;

/// <summary>The values of <see cref="Activity.Type"/> that this library or a question-answering bot tells apart. Others are ignored.</summary>
public static class ActivityTypes
{
    /// <summary>Somebody said something, or submitted a card: then with a value and without a text.</summary>
    public const string Message = "message";

    /// <summary>Members came or went.</summary>
    public const string ConversationUpdate = "conversationUpdate";

    /// <summary>The bot was installed in, or removed from, a conversation or team.</summary>
    public const string InstallationUpdate = "installationUpdate";

    /// <summary>A named notice from the client, such as a vote in Web Chat. Nothing waits for an answer.</summary>
    public const string Event = "event";

    /// <summary>A named call whose answer is the HTTP response itself.</summary>
    public const string Invoke = "invoke";

    /// <summary>The sender is composing.</summary>
    public const string Typing = "typing";

    /// <summary>Diagnostics, shown by the Emulator and by no other channel.</summary>
    public const string Trace = "trace";

    /// <summary>Either side declares the conversation finished.</summary>
    public const string EndOfConversation = "endOfConversation";

    /// <summary>A user reacted to a message with a symbol.</summary>
    public const string MessageReaction = "messageReaction";

    /// <summary>A user edited a message.</summary>
    public const string MessageUpdate = "messageUpdate";

    /// <summary>A user deleted a message.</summary>
    public const string MessageDelete = "messageDelete";
}
