using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Summit.BotFramework.Http;
using Summit.BotFramework.Schema;

namespace Summit.BotFramework.Turns;

/// <summary>
/// Runs the turns of messages: one at a time in a conversation, once for each activity, and beyond the end of their request where they
/// take long. When the host stops, it waits for those that run, as long as the host gives it.
/// </summary>
internal sealed partial class MessageTurns(IOptions<CloudAdapterOptions> options, TimeProvider time, ILogger<CloudAdapter> logger)
    : IHostedService, IDisposable
{
    /// <summary>Beyond that, requests wait for their turns, and with them the connections of the channels.</summary>
    private const int MostOutlasting = 1_000;

    private readonly ConversationQueues queues = new();
    private readonly RecentActivities recent = new(time);
    private readonly ConcurrentDictionary<Task, bool> running = new();
    private readonly CancellationTokenSource stopped = new();

    /// <summary>Returns when the turn has ended, or goes on in the background.</summary>
    /// <param name="activity">The message.</param>
    /// <param name="turn">The turn; what it throws, cancellation apart, it has handled itself.</param>
    /// <param name="hungUp">Whether the channel has given up the request.</param>
    /// <param name="cancellationToken">Ends the turn, unless it has gone to the background.</param>
    /// <returns>Null if the request is to be answered as usual.</returns>
    /// <exception cref="OperationCanceledException">The turn was ended.</exception>
    public async Task<Refusal?> RunAsync(
        Activity activity, Func<CancellationToken, Task> turn, CancellationToken hungUp, CancellationToken cancellationToken)
    {
        var mayOutlast = activity.DeliveryMode != DeliveryModes.ExpectReplies;
        using var late = new CancellationTokenSource(mayOutlast ? options.Value.TurnTimeout : Timeout.InfiniteTimeSpan, time);
        var conversation = new ConversationKey(activity.ChannelId, activity.Conversation?.Id ?? "");
        ActivityKey? key = mayOutlast && conversation.Id.Length > 0 && !string.IsNullOrEmpty(activity.Id)
            ? new ActivityKey(conversation, activity.Id)
            : null;
        if (key is { } first && !recent.TryBegin(first))
        {
            Log.Repeated(logger, activity.ChannelId);
            return null;
        }

        var place = conversation.Id.Length > 0 ? queues.Enter(conversation) : null;
        if (place is null && conversation.Id.Length > 0)
        {
            End(mayComeAgain: false);
            return Refusal.TooManyWaiting;
        }

        var end = CancellationTokenSource.CreateLinkedTokenSource(stopped.Token);
        await using var request = cancellationToken.UnsafeRegister(source => ((CancellationTokenSource)source!).Cancel(), end);
        // Apart from the request, whose thread a bot without awaits would hold.
        var run = Track(Task.Run(RunAsync, CancellationToken.None));
        await run.WaitAsync(late.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (run.IsCompleted || running.Count > MostOutlasting)
            await run;
        else
            Log.Outlasts(logger, activity.ChannelId);
        return null;

        async Task RunAsync()
        {
            var answered = false;
            using (end)
            using (request)
            using (place)
            {
                try
                {
                    await (place?.Reached.WaitAsync(end.Token) ?? Task.CompletedTask);
                    await turn(end.Token);
                    answered = true;
                }
                finally
                {
                    End(mayComeAgain: answered && (late.IsCancellationRequested || hungUp.IsCancellationRequested));
                }
            }
        }

        void End(bool mayComeAgain)
        {
            if (key is { } begun)
                recent.End(begun, mayComeAgain);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Waits for the turns, and ends those that are left when the host's time for stopping is over.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        while (!running.IsEmpty && !cancellationToken.IsCancellationRequested)
            await Task.WhenAll(running.Keys).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (running.IsEmpty)
            return;
        Log.Ended(logger, running.Count);
        await stopped.CancelAsync();
    }

    public void Dispose() => stopped.Dispose();

    private Task Track(Task turn)
    {
        running.TryAdd(turn, true);
        _ = turn.ContinueWith(
            ended => running.TryRemove(ended, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return turn;
    }

    private static partial class Log
    {
        [LoggerMessage(11, LogLevel.Information, "A turn takes long and goes on after its request. Channel {Channel}.")]
        public static partial void Outlasts(ILogger logger, string? channel);

        [LoggerMessage(12, LogLevel.Information, "A message came again while or after it was answered; it is not answered twice. Channel {Channel}.")]
        public static partial void Repeated(ILogger logger, string? channel);

        [LoggerMessage(13, LogLevel.Warning, "The server stops, and {Count} turns had to be ended.")]
        public static partial void Ended(ILogger logger, int count);
    }
}
