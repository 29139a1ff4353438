using System.Text.Json.Nodes;
using Summit.Bot.Channels.Activities;
using Summit.Bot.Language;

namespace Summit.Bot.Channels.DirectLine;

/// <summary>Runs the turns of Direct Line in this process: what the bot sends goes into the transcript of the conversation.</summary>
internal sealed partial class DirectLineAdapter(SummitActivityHandler bot, TimeProvider time, ILogger<DirectLineAdapter> logger) : BotAdapter
{
    /// <summary>The bot, as its conversations name it.</summary>
    public static JsonObject Bot => new() { ["id"] = "summit-bot", ["name"] = "Summit.Bot", ["role"] = "bot" };

    /// <summary>Runs a turn; what it throws is told to the user and logged. One that was ended since its user had left is told of, too, for when the user comes back.</summary>
    public async Task RunAsync(DirectLineConversation conversation, Activity activity, TurnOrigin origin, CancellationToken cancellationToken)
    {
        var context = new TurnContext(this, activity);
        context.TurnState.Add(conversation);
        context.TurnState.Add<IHistory>(conversation);
        context.TurnState.Add(origin);
        try
        {
            await RunPipelineAsync(context, bot.OnTurnAsync, cancellationToken);
        }
        catch (Exception error)
        {
            await HandleAsync(context, error);
        }
    }

    /// <inheritdoc/>
    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        var conversation = ConversationOf(turnContext);
        return Task.FromResult(Array.ConvertAll(activities, activity => Send(conversation, activity)));
    }

    /// <inheritdoc/>
    /// <remarks>The transcript has the new one in place of the old one, at the end: clients that have read the old one read it, too.</remarks>
    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        var conversation = ConversationOf(turnContext);
        Require(conversation, activity.Id);
        conversation.Transcript.Add(activity.Id!, BotSdk.Bytes(activity));
        return Task.FromResult(new ResourceResponse(activity.Id));
    }

    /// <inheritdoc/>
    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        var conversation = ConversationOf(turnContext);
        Require(conversation, reference.ActivityId);
        var deleted = new Activity(ActivityTypes.MessageDelete) { Id = reference.ActivityId, Timestamp = time.GetUtcNow() };
        conversation.Transcript.Add(reference.ActivityId!, BotSdk.Bytes(Addressed(deleted, conversation)));
        return Task.CompletedTask;
    }

    /// <exception cref="InvalidOperationException">The turn is of another adapter.</exception>
    private static DirectLineConversation ConversationOf(ITurnContext turn) =>
        turn.TurnState.Get<DirectLineConversation>() ?? throw new InvalidOperationException("The turn was not started by this adapter.");

    /// <exception cref="InvalidOperationException">There is no such activity.</exception>
    private static void Require(DirectLineConversation conversation, string? id)
    {
        if (id is null || !conversation.Transcript.Has(id))
            throw new InvalidOperationException($"The conversation has no activity '{PlainText.OneLine(id ?? "")}' that could be changed.");
    }

    private static Activity Addressed(Activity activity, DirectLineConversation conversation)
    {
        activity.ChannelId = ChannelIds.Directline;
        activity.Conversation = new ConversationAccount { Id = conversation.Id };
        activity.From = new ChannelAccount(Bot["id"]!.GetValue<string>(), Bot["name"]!.GetValue<string>(), "bot");
        return activity;
    }

    private ResourceResponse Send(DirectLineConversation conversation, Activity activity)
    {
        if (activity.Type == ActivityTypes.Trace)
            return new ResourceResponse();
        activity.Id = conversation.NextId();
        activity.Timestamp = time.GetUtcNow();
        conversation.Transcript.Add(activity.Id, BotSdk.Bytes(Addressed(activity, conversation)), isPassing: activity.Type == ActivityTypes.Typing);
        return new ResourceResponse(activity.Id);
    }

    private async Task HandleAsync(ITurnContext context, Exception error)
    {
        try
        {
            await (OnTurnError?.Invoke(context, error) ?? Task.CompletedTask);
        }
        catch (Exception second)
        {
            Log.TurnFailed(logger, second);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A failed turn could not be told to its user.")]
        public static partial void TurnFailed(ILogger logger, Exception exception);
    }
}
