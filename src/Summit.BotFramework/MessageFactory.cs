using Summit.BotFramework.Schema;

namespace Summit.BotFramework;

/// <summary>Makes messages to send.</summary>
public static class MessageFactory
{
    /// <summary>A text.</summary>
    /// <param name="text">The text; null or blank leaves it out, since clients show an empty bubble for an empty one.</param>
    /// <param name="ssml">What to say aloud.</param>
    /// <param name="inputHint">One of <see cref="InputHints"/>; null means accepting input.</param>
    public static Activity Text(string? text, string? ssml = null, string? inputHint = null) => new(ActivityTypes.Message)
    {
        Text = string.IsNullOrWhiteSpace(text) ? null : text,
        Speak = string.IsNullOrWhiteSpace(ssml) ? null : ssml,
        InputHint = inputHint ?? InputHints.AcceptingInput,
        Attachments = [],
        Entities = [],
    };

    /// <summary>A text with one button for each string, which sends that string as the user's message.</summary>
    public static IMessageActivity SuggestedActions(
        IEnumerable<string> actions, string? text = null, string? ssml = null, string? inputHint = null)
    {
        ArgumentNullException.ThrowIfNull(actions);
        return SuggestedActions(actions.Select(action => new CardAction(ActionTypes.ImBack, action, value: action)), text, ssml, inputHint);
    }

    /// <summary>A text with the given buttons.</summary>
    public static IMessageActivity SuggestedActions(
        IEnumerable<CardAction> cardActions, string? text = null, string? ssml = null, string? inputHint = null)
    {
        ArgumentNullException.ThrowIfNull(cardActions);
        var message = Text(text, ssml, inputHint);
        message.SuggestedActions = new SuggestedActions { Actions = [.. cardActions] };
        return message;
    }

    /// <summary>A message with a card or a file.</summary>
    public static IMessageActivity Attachment(Attachment attachment, string? text = null, string? ssml = null, string? inputHint = null)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        var message = Text(text, ssml, inputHint);
        message.AttachmentLayout = "list";
        message.Attachments = [attachment];
        return message;
    }
}
