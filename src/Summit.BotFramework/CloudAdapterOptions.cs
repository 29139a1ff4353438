namespace Summit.BotFramework;

/// <summary>How <see cref="CloudAdapter"/> answers channels, and calls their connectors.</summary>
public sealed class CloudAdapterOptions
{
    /// <summary>The longest permitted <see cref="ConnectorTimeout"/>.</summary>
    public static readonly TimeSpan MaxConnectorTimeout = TimeSpan.FromSeconds(100);

    /// <summary>
    /// How long a message's request waits for the message's turn, the wait for earlier messages of the conversation included. After that it
    /// is answered with 200, and the turn goes on. Default: 10 s, since channels give up after about 15 s and send the message again;
    /// more than 0, at most 100 s.
    /// </summary>
    /// <remarks>Not with deliveryMode expectReplies, where the replies are in the response.</remarks>
    public TimeSpan TurnTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a call may take, repetitions and the waits between them included. Default: 30 s; more than 0, at most <see cref="MaxConnectorTimeout"/>.</summary>
    public TimeSpan ConnectorTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one attempt of a call may take. Default: 10 s; more than 0, at most <see cref="MaxConnectorTimeout"/>.</summary>
    public TimeSpan ConnectorAttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// About how long to wait before a call is repeated for the first time, where the channel does not say; each further wait is about
    /// twice as long. Default: 0.5 s; from 0 to 10 s.
    /// </summary>
    public TimeSpan ConnectorRetryDelay { get; set; } = TimeSpan.FromSeconds(0.5);

    /// <summary>
    /// The largest activity that is sent to a connector, in bytes of its JSON in UTF-16, as Teams measures. Default: 28 KB, which every
    /// version of Teams takes; from 1 KB to 256 KB. Replies in the HTTP response have no limit.
    /// </summary>
    /// <remarks>
    /// A larger activity is not sent in parts: the bot knows where its text can be cut and which citations belong to a part, and the
    /// protocol does not. It fails with an <see cref="Schema.ErrorResponseException"/> of status 413, as in the channel itself.
    /// </remarks>
    public int MaxActivitySize { get; set; } = 28 * 1024;
}
