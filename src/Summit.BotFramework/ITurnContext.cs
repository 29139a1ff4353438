using Summit.BotFramework.Schema;

namespace Summit.BotFramework;

/// <summary>One incoming activity, and the way to answer it.</summary>
public interface ITurnContext
{
    /// <summary>The adapter that runs the turn.</summary>
    BotAdapter Adapter { get; }

    /// <summary>What belongs to this turn only.</summary>
    TurnContextStateCollection TurnState { get; }

    /// <summary>The incoming activity.</summary>
    Activity Activity { get; }

    /// <summary>True once anything but a trace was sent.</summary>
    bool Responded { get; }

    /// <summary>Sends a text to the conversation, as a reply to the incoming activity.</summary>
    /// <param name="textReplyToSend">The text; not empty.</param>
    /// <param name="speak">What to say aloud, in SSML.</param>
    /// <param name="inputHint">One of <see cref="InputHints"/>.</param>
    /// <param name="cancellationToken">Ends the sending.</param>
    /// <exception cref="ErrorResponseException">The channel refused the activity.</exception>
    /// <exception cref="TimeoutException">The channel did not answer in time.</exception>
    /// <exception cref="HttpRequestException">The channel was not reached.</exception>
    Task<ResourceResponse> SendActivityAsync(
        string textReplyToSend,
        string? speak = null,
        string? inputHint = InputHints.AcceptingInput,
        CancellationToken cancellationToken = default);

    /// <summary>Sends an activity to the conversation, as a reply to the incoming one. Its address is overwritten.</summary>
    /// <exception cref="ErrorResponseException">The channel refused the activity.</exception>
    /// <exception cref="TimeoutException">The channel did not answer in time.</exception>
    /// <exception cref="HttpRequestException">The channel was not reached.</exception>
    Task<ResourceResponse> SendActivityAsync(IActivity activity, CancellationToken cancellationToken = default);

    /// <summary>Sends activities one after the other; stops at the first that fails.</summary>
    /// <returns>One response for each activity, in order.</returns>
    /// <exception cref="ErrorResponseException">The channel refused an activity.</exception>
    /// <exception cref="TimeoutException">The channel did not answer in time.</exception>
    /// <exception cref="HttpRequestException">The channel was not reached.</exception>
    Task<ResourceResponse[]> SendActivitiesAsync(IActivity[] activities, CancellationToken cancellationToken = default);

    /// <summary>Replaces an activity sent before. Not every channel can.</summary>
    /// <param name="activity">The new content, with the id of the activity to replace.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ErrorResponseException">The channel refused the activity.</exception>
    Task<ResourceResponse> UpdateActivityAsync(IActivity activity, CancellationToken cancellationToken = default);

    /// <summary>Deletes an activity of this conversation. Not every channel can.</summary>
    /// <exception cref="ErrorResponseException">The channel refused to.</exception>
    Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default);

    /// <summary>Deletes the activity that a reference names. Not every channel can.</summary>
    /// <exception cref="ErrorResponseException">The channel refused to.</exception>
    Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default);

    /// <summary>Adds a handler around all that this context sends from now on, inside of those added before.</summary>
    /// <returns>This context.</returns>
    ITurnContext OnSendActivities(SendActivitiesHandler handler);
}

/// <summary>A turn whose activity is known to be of one kind.</summary>
/// <typeparam name="T">The interface of that kind of activity.</typeparam>
public interface ITurnContext<T> : ITurnContext
    where T : IActivity
{
    /// <inheritdoc cref="ITurnContext.Activity"/>
    new T Activity { get; }
}
