using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Summit.BotFramework.Http;
using Summit.BotFramework.Schema;

namespace Summit.BotFramework;

/// <summary>Serves the Bot Framework protocol over HTTP; so far without authentication, so to this machine and in Development only.</summary>
public sealed partial class CloudAdapter : BotAdapter, IBotFrameworkHttpAdapter
{
    private readonly IHttpClientFactory httpClients;
    private readonly ILogger<CloudAdapter> logger;
    private readonly UnauthenticatedGate gate;

    /// <summary>Creates the adapter; one serves any number of turns at once.</summary>
    public CloudAdapter(
        IOptions<CloudAdapterOptions> options, IHostEnvironment environment, IHttpClientFactory httpClients, ILogger<CloudAdapter> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.httpClients = httpClients;
        this.logger = logger;
        gate = new UnauthenticatedGate(options.Value.MicrosoftAppId, environment.IsDevelopment());
    }

    /// <inheritdoc/>
    public async Task ProcessAsync(HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);
        ArgumentNullException.ThrowIfNull(httpResponse);
        ArgumentNullException.ThrowIfNull(bot);

        if (!HttpMethods.IsPost(httpRequest.Method))
        {
            httpResponse.StatusCode = StatusCodes.Status405MethodNotAllowed;
            httpResponse.Headers.Allow = HttpMethods.Post;
        }
        else if (await ServeAsync(httpRequest, httpResponse, bot, cancellationToken) is { } refusal)
        {
            Log.Refused(logger, refusal.Status, refusal.Title);
            await refusal.WriteAsync(httpResponse);
        }
    }

    /// <inheritdoc/>
    public override async Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activities);
        var turn = Turn.Of(turnContext);
        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
            responses[i] = await turn.SendAsync(turnContext, activities[i], cancellationToken);
        return responses;
    }

    /// <inheritdoc/>
    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return Turn.Of(turnContext).Replies.UpdateAsync(activity, cancellationToken);
    }

    /// <inheritdoc/>
    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return Turn.Of(turnContext).Replies.DeleteAsync(reference, cancellationToken);
    }

    private async Task<Refusal?> ServeAsync(HttpRequest request, HttpResponse response, IBot bot, CancellationToken cancellationToken)
    {
        if (!ActivityReader.HasJson(request))
            return Refusal.NotJson;
        if (gate.Check(request) is { } closed)
            return closed;
        var (activity, unreadable) = await ActivityReader.ReadAsync(request, cancellationToken);
        if (activity is null)
            return unreadable;
        if (UnauthenticatedGate.Check(activity, out var serviceUrl) is { } elsewhere)
            return elsewhere;

        var turn = new Turn(RepliesTo(activity, serviceUrl));
        var context = new TurnContext(this, activity);
        context.TurnState.Add(turn);
        var finished = await RunAsync(context, bot, cancellationToken);
        await turn.WriteResponseAsync(response, isUnansweredInvoke: finished && activity.Type == ActivityTypes.Invoke, cancellationToken);
        return null;
    }

    private IReplyTarget RepliesTo(Activity activity, Uri? serviceUrl) =>
        activity.DeliveryMode == DeliveryModes.ExpectReplies || serviceUrl is null
            ? new ReplyBuffer()
            : new ConnectorClient(httpClients.CreateClient(ConnectorClient.HttpClientName), serviceUrl);

    /// <summary>Runs the turn. What it throws is the bot's failure, not the client's: the HTTP answer stays 200.</summary>
    /// <returns>False if the turn threw.</returns>
    private async Task<bool> RunAsync(TurnContext context, IBot bot, CancellationToken cancellationToken)
    {
        try
        {
            await bot.OnTurnAsync(context, cancellationToken);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            await HandleAsync(context, e);
            return false;
        }
    }

    private async Task HandleAsync(TurnContext context, Exception exception)
    {
        if (OnTurnError is null)
        {
            Log.TurnFailed(logger, exception, context.Activity.Type, context.Activity.ChannelId);
            return;
        }

        try
        {
            await OnTurnError(context, exception);
        }
        catch (Exception e)
        {
            Log.TurnFailed(logger, exception, context.Activity.Type, context.Activity.ChannelId);
            Log.TurnErrorHandlerFailed(logger, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A request was refused with {Status}: {Reason}")]
        public static partial void Refused(ILogger logger, int status, string reason);

        [LoggerMessage(2, LogLevel.Error, "A turn failed. Activity type {ActivityType}, channel {Channel}.")]
        public static partial void TurnFailed(ILogger logger, Exception exception, string? activityType, string? channel);

        [LoggerMessage(3, LogLevel.Error, "The turn-error handler failed.")]
        public static partial void TurnErrorHandlerFailed(ILogger logger, Exception exception);
    }
}
