using System.Text.Json;

namespace Summit.BotFramework.Schema;

/// <summary>Mentions in a message's text.</summary>
public static class ActivityExtensions
{
    /// <summary>Removes every mention of the bot from the text, which group chats and channels of Teams put there.</summary>
    /// <returns>The text that is left, trimmed if anything was removed; null if there was none.</returns>
    public static string? RemoveRecipientMention(this IMessageActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.Recipient?.Id is { } bot ? activity.RemoveMentionText(bot) : activity.Text;
    }

    /// <summary>Removes every mention of one account from the text.</summary>
    /// <param name="activity">The message; its text is changed.</param>
    /// <param name="id">The id of the account.</param>
    /// <returns>The text that is left, trimmed if anything was removed; null if there was none.</returns>
    public static string? RemoveMentionText(this IMessageActivity activity, string id)
    {
        ArgumentNullException.ThrowIfNull(activity);
        foreach (var mention in activity.GetMentions().Where(mention => mention.Mentioned?.Id == id))
        {
            var marked = mention.Text ?? $"<at>{mention.Mentioned?.Name}</at>";
            if (marked.Length > 0 && activity.Text is { } text)
                activity.Text = text.Replace(marked, "", StringComparison.OrdinalIgnoreCase).Trim();
        }

        return activity.Text;
    }

    /// <summary>Null where the entity calls itself a mention and does not have the form of one: a message is not refused for that.</summary>
    internal static Mention? ReadMention(Entity entity)
    {
        try
        {
            return entity.GetAs<Mention>();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
