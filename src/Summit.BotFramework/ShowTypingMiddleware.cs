using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Summit.BotFramework.Schema;

namespace Summit.BotFramework;

/// <summary>
/// Shows that the bot is typing while a message takes its time. Only in conversations with one user: Teams does not show it in channels
/// and groups. Not with deliveryMode expectReplies, where nothing arrives before the turn has ended.
/// </summary>
/// <remarks>
/// Once the turn has ended, or something else than typing is being sent, no typing activity is under way and none follows. A typing
/// activity that has a text is part of a reply that is streamed, and so something else.
/// </remarks>
public sealed partial class ShowTypingMiddleware : IMiddleware
{
    /// <summary>A turn that never ends is not typing for ever.</summary>
    internal const int MostInATurn = 60;

    /// <summary>The answer waits for a typing activity under way, so that one has little time.</summary>
    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(2);

    private readonly TimeSpan delay, period;
    private readonly ILogger logger;
    private readonly TimeProvider time;

    /// <summary>Creates the middleware; one serves any number of turns at once.</summary>
    /// <param name="delay">How long a turn may take before typing is shown. Default: 500 ms; from 0 to 1 minute.</param>
    /// <param name="period">How long until it is shown again, at most 60 times in a turn. Default: 2 s; from 10 ms to 1 minute.</param>
    /// <param name="logger">Is told at Debug of typing activities that were not delivered, which are ignored otherwise.</param>
    /// <param name="time">The clock. Default: the system's.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time is outside of its range.</exception>
    public ShowTypingMiddleware(
        TimeSpan? delay = null, TimeSpan? period = null, ILogger<ShowTypingMiddleware>? logger = null, TimeProvider? time = null)
    {
        this.delay = Checked(delay ?? TimeSpan.FromMilliseconds(500), TimeSpan.Zero, nameof(delay));
        this.period = Checked(period ?? TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(10), nameof(period));
        this.logger = logger ?? NullLogger<ShowTypingMiddleware>.Instance;
        this.time = time ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(next);
        if (!IsShown(turnContext.Activity))
        {
            await next(cancellationToken);
            return;
        }

        using var ended = new CancellationTokenSource();
        var typing = ShowAsync(turnContext, ended.Token);
        turnContext.OnSendActivities(async (_, activities, send) =>
        {
            if (!typing.IsCompleted && activities.Exists(activity => activity.Type is not (ActivityTypes.Typing or ActivityTypes.Trace) || activity.Text is not null))
                await EndAsync();
            return await send();
        });
        try
        {
            await next(cancellationToken);
        }
        finally
        {
            await EndAsync();
        }

        async Task EndAsync()
        {
            await ended.CancelAsync();
            await typing;
        }
    }

    private static bool IsShown(Activity activity) =>
        activity.Type == ActivityTypes.Message
        && activity.DeliveryMode != DeliveryModes.ExpectReplies
        && activity.Conversation is { ConversationType: null or "" or "personal", IsGroup: not true };

    private static TimeSpan Checked(TimeSpan value, TimeSpan least, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromMinutes(1), name);
        return value;
    }

    private async Task ShowAsync(ITurnContext context, CancellationToken ended)
    {
        for (var shown = 0; shown < MostInATurn; shown++)
        {
            await Task.Delay(shown == 0 ? delay : period, time, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (ended.IsCancellationRequested)
                return;
            await SendAsync(context);
        }
    }

    /// <summary>Past the context, whose handlers are for what the bot sends, and whose Responded is for answers.</summary>
    private async Task SendAsync(ITurnContext context)
    {
        using var timeout = new CancellationTokenSource(SendTimeout, time);
        try
        {
            var typing = new Activity(ActivityTypes.Typing).ApplyConversationReference(context.Activity.GetConversationReference());
            await context.Adapter.SendActivitiesAsync(context, [typing], timeout.Token);
        }
        catch (Exception e)
        {
            Log.NotSent(logger, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "A typing activity was not delivered.")]
        public static partial void NotSent(ILogger logger, Exception exception);
    }
}
