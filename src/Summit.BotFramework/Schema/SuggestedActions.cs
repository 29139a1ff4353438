namespace Summit.BotFramework.Schema;

/// <summary>Buttons under a message that vanish when one is chosen. Teams shows such a message without markdown and citations.</summary>
public sealed class SuggestedActions
{
    /// <summary>Creates an empty set.</summary>
    public SuggestedActions()
    {
    }

    /// <summary>Creates a set for some or, with null, all members of the conversation.</summary>
    public SuggestedActions(IList<string>? to = null, IList<CardAction>? actions = null)
    {
        To = to;
        Actions = actions;
    }

    /// <summary>Ids of the members who see the buttons; null for all.</summary>
    public IList<string>? To { get; set; }

    /// <summary>The buttons, in order.</summary>
    public IList<CardAction>? Actions { get; set; }
}
