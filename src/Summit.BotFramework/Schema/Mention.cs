namespace Summit.BotFramework.Schema;

/// <summary>Somebody was mentioned in a message's text. Travels as an <see cref="Entity"/> of type <c>mention</c>.</summary>
public sealed class Mention
{
    /// <summary>Always <c>mention</c>, in any case of letters.</summary>
    public string? Type { get; set; } = "mention";

    /// <summary>Who was mentioned.</summary>
    public ChannelAccount? Mentioned { get; set; }

    /// <summary>The mention as it stands in the message's text, in Teams <c>&lt;at&gt;Name&lt;/at&gt;</c>.</summary>
    public string? Text { get; set; }
}
