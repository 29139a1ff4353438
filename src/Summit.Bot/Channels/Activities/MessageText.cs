using System.Net;
using System.Text.RegularExpressions;

namespace Summit.Bot.Channels.Activities;

/// <summary>The words of a message, without what a client adds to them.</summary>
internal static partial class MessageText
{
    /// <summary>Removes the marks of mentions, keeping the names of those who are mentioned, and in XML decodes character references.</summary>
    /// <param name="text">The text, the mention of the bot removed already.</param>
    /// <param name="format">The activity's textFormat.</param>
    public static string Clean(string? text, string? format)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        var words = MentionTag().Replace(text, " ");
        return (format == "xml" ? WebUtility.HtmlDecode(words) : words).Replace('\u00A0', ' ').Trim();
    }

    [GeneratedRegex("</?at( [^<>]{0,200})?>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex MentionTag();
}
