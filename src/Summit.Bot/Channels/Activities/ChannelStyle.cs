using Summit.Bot.Channels.Rendering;

namespace Summit.Bot.Channels.Activities;

/// <summary>What a client can show: the one place where channels differ.</summary>
internal sealed record ChannelStyle
{
    private static readonly ChannelStyle Teams = new() { Markup = Markup.Teams, HasMarkdown = true, HasFeedbackLoop = true, HasCards = true, StreamPace = TimeSpan.FromSeconds(1) };

    private static readonly ChannelStyle Emulator = new() { Markup = Markup.WebChat, HasMarkdown = true, HasLinkDefinitions = true, HasFullTextInClaims = true, HasCards = true };

    private static readonly ChannelStyle WebChat = Emulator with { HasVoteActions = true, HasUserLocale = true, StreamPace = TimeSpan.FromMilliseconds(500) };

    private static readonly ChannelStyle PlainText = new() { Markup = Markup.Plain };

    private static readonly Dictionary<string, ChannelStyle> Styles = new(StringComparer.OrdinalIgnoreCase)
    {
        [ChannelIds.Msteams] = Teams,
        [ChannelIds.Webchat] = WebChat,
        [ChannelIds.Directline] = WebChat,
        [ChannelIds.Emulator] = Emulator,
    };

    private ChannelStyle()
    {
    }

    /// <summary>How text is read there.</summary>
    public required Markup Markup { get; init; }

    /// <summary>Whether markdown is shown as such, and with it the citations of the Message entity.</summary>
    public bool HasMarkdown { get; init; }

    /// <summary>Whether <c>[1]</c> needs a markdown link definition to lead somewhere; Teams makes a chip of it by the entity alone.</summary>
    public bool HasLinkDefinitions { get; init; }

    /// <summary>Whether a claim holds the whole sentence; Teams refuses a message with one.</summary>
    public bool HasFullTextInClaims { get; init; }

    /// <summary>Whether the client has buttons of its own to like and dislike a message.</summary>
    public bool HasFeedbackLoop { get; init; }

    /// <summary>Whether Adaptive Cards are shown.</summary>
    public bool HasCards { get; init; }

    /// <summary>Whether the buttons to like and dislike a message are those that its Message entity names.</summary>
    public bool HasVoteActions { get; init; }

    /// <summary>Whether the locale is that of the page that its user chose; elsewhere it is the client's and says little.</summary>
    public bool HasUserLocale { get; init; }

    /// <summary>The least time between two requests that show a reply while it is made; null where it is not shown.</summary>
    public TimeSpan? StreamPace { get; init; }

    /// <summary>The style of a channel; plain text for one that is not known.</summary>
    public static ChannelStyle Of(string? channel) => channel is not null && Styles.TryGetValue(channel, out var style) ? style : PlainText;
}
