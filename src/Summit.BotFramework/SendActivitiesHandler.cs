using Summit.BotFramework.Schema;

namespace Summit.BotFramework;

/// <summary>Stands around the sending of activities in a turn.</summary>
/// <param name="turnContext">The turn.</param>
/// <param name="activities">What is to be sent, addressed already.</param>
/// <param name="next">Sends them, by way of the handlers that were added later; not called, nothing is sent.</param>
/// <returns>One response for each activity.</returns>
public delegate Task<ResourceResponse[]> SendActivitiesHandler(
    ITurnContext turnContext, List<Activity> activities, Func<Task<ResourceResponse[]>> next);
