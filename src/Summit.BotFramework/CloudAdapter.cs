using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Summit.BotFramework.Authentication;
using Summit.BotFramework.Http;
using Summit.BotFramework.Schema;
using Summit.BotFramework.Turns;

namespace Summit.BotFramework;

/// <summary>
/// Serves the Bot Framework protocol over HTTP: to the channels of Azure Bot Service, which prove themselves by tokens, or, without an app id
/// and in Development, to this machine. The messages of a conversation are answered one after the other. Registered by <see cref="BotFrameworkServiceCollectionExtensions.AddBotFramework"/>.
/// </summary>
public sealed partial class CloudAdapter : BotAdapter, IBotFrameworkHttpAdapter
{
    private readonly CloudAdapterOptions options;
    private readonly IGate gate;
    private readonly IHttpClientFactory httpClients;
    private readonly MessageTurns messages;
    private readonly ILogger<CloudAdapter> logger;

    /// <summary>Creates the adapter; one serves any number of turns at once.</summary>
    internal CloudAdapter(
        IOptions<CloudAdapterOptions> options, IGate gate, IHttpClientFactory httpClients, MessageTurns messages, ILogger<CloudAdapter> logger)
    {
        this.options = options.Value;
        this.gate = gate;
        this.httpClients = httpClients;
        this.messages = messages;
        this.logger = logger;
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
            Log.Refused(logger, refusal.Status, refusal.Reason);
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

    /// <inheritdoc/>
    /// <remarks>
    /// This adapter serves one bot, so the app id is not looked at. What the callback throws reaches <see cref="BotAdapter.OnTurnError"/>, or the log.
    /// </remarks>
    /// <exception cref="ArgumentException">The reference has no serviceUrl that could be called.</exception>
    public override Task ContinueConversationAsync(
        string botAppId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(callback);
        var activity = reference.GetContinuationActivity();
        if (ServiceUrl.Read(activity, out var serviceUrl) is { } refusal)
            throw new ArgumentException(refusal.Detail, nameof(reference));
        return RunAsync(ContextOf(activity, serviceUrl, out _), callback, cancellationToken);
    }

    private async Task<Refusal?> ServeAsync(HttpRequest request, HttpResponse response, IBot bot, CancellationToken cancellationToken)
    {
        if (!ActivityReader.HasJson(request))
            return Refusal.NotJson;
        var (caller, unknown) = await gate.AdmitAsync(request, cancellationToken);
        if (caller is null)
            return unknown;
        var (activity, unreadable) = await ActivityReader.ReadAsync(request, cancellationToken);
        if (activity is null)
            return unreadable;
        if ((ServiceUrl.Read(activity, out var serviceUrl) ?? caller.Check(activity, serviceUrl)) is { } refusal)
            return refusal;

        var context = ContextOf(activity, serviceUrl, out var turn);
        var finished = false;
        if (activity.Type != ActivityTypes.Message)
            finished = await RunAsync(context, bot.OnTurnAsync, cancellationToken);
        else if (await messages.RunAsync(
            activity, token => RunAsync(context, bot.OnTurnAsync, token), request.HttpContext.RequestAborted, cancellationToken) is { } tooMany)
            return tooMany;
        await turn.WriteResponseAsync(response, isUnansweredInvoke: finished && activity.Type == ActivityTypes.Invoke, cancellationToken);
        return null;
    }

    private TurnContext ContextOf(Activity activity, Uri? serviceUrl, out Turn turn)
    {
        var connector = serviceUrl is null
            ? null
            : new ConnectorClient(httpClients.CreateClient(ConnectorClient.HttpClientName), serviceUrl, options.MaxActivitySize);
        turn = new Turn(
            connector is null || activity.DeliveryMode == DeliveryModes.ExpectReplies ? new ReplyBuffer() : new ConnectorReplies(connector));
        var context = new TurnContext(this, activity);
        context.TurnState.Add(turn);
        if (connector is not null)
            context.TurnState.Add<IConnectorClient>(connector);
        return context;
    }

    /// <summary>Runs the turn. What it throws is the bot's failure, not the client's: the HTTP answer stays 200.</summary>
    /// <returns>False if the turn threw.</returns>
    private async Task<bool> RunAsync(TurnContext context, BotCallbackHandler bot, CancellationToken cancellationToken)
    {
        try
        {
            await RunPipelineAsync(context, bot, cancellationToken);
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
