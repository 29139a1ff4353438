namespace Summit.BotFramework;

/// <summary>How <see cref="CloudAdapter"/> serves.</summary>
public sealed class CloudAdapterOptions
{
    /// <summary>The longest permitted <see cref="ConnectorTimeout"/>.</summary>
    public static readonly TimeSpan MaxConnectorTimeout = TimeSpan.FromSeconds(100);

    /// <summary>
    /// The bot's app id in Azure Bot Service, read from the root configuration key <c>MicrosoftAppId</c>. Default: none.
    /// Without one, this machine is served in Development; with one nobody is, since tokens are not checked yet.
    /// </summary>
    public string? MicrosoftAppId { get; set; }

    /// <summary>How long a call to a channel's connector may take. Default: 10 s; more than 0, at most <see cref="MaxConnectorTimeout"/>.</summary>
    public TimeSpan ConnectorTimeout { get; set; } = TimeSpan.FromSeconds(10);
}
