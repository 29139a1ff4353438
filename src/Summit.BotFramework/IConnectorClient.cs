namespace Summit.BotFramework;

/// <summary>The connector of a channel: what a bot can ask for beyond answering. In a turn: <c>turnContext.TurnState.Get&lt;IConnectorClient&gt;()</c>.</summary>
/// <remarks>
/// Its calls carry the bot's access token, and go to allowed hosts only. One that a channel turns away for the moment is repeated within
/// <see cref="CloudAdapterOptions.ConnectorTimeout"/>.
/// </remarks>
public interface IConnectorClient
{
    /// <summary>The address that the channel gave as its serviceUrl.</summary>
    Uri BaseUri { get; }

    /// <summary>The calls.</summary>
    IConversations Conversations { get; }
}
