namespace Summit.BotFramework.Schema;

/// <summary>How <see cref="Activity.Text"/> is marked up. Absent means markdown.</summary>
public static class TextFormatTypes
{
    /// <summary>CommonMark, of which each channel renders a part.</summary>
    public const string Markdown = "markdown";

    /// <summary>To be shown as it stands.</summary>
    public const string Plain = "plain";

    /// <summary>Teams' form for mentions: <c>&lt;at&gt;Name&lt;/at&gt;</c>.</summary>
    public const string Xml = "xml";
}
