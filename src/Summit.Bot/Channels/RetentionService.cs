using Microsoft.Extensions.Hosting;
using Summit.Bot.Auditing;
using Summit.Bot.Channels.Feedback;
using Summit.Bot.Conversations.Store;

namespace Summit.Bot.Channels;

/// <summary>Deletes what is older than it may be, once an hour, so that it goes even where nobody asks anything any more.</summary>
internal sealed partial class RetentionService(IConversationStore conversations, AuditLog audit, FeedbackLog feedback, TimeProvider time, ILogger<RetentionService> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            Sweep();
    }

    private void Sweep()
    {
        foreach (var sweep in new Action[] { conversations.Sweep, audit.Sweep, feedback.Sweep })
        {
            try
            {
                sweep();
            }
            catch (IOException error)
            {
                Log.Failed(logger, error.Message);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "What is too old could not be deleted; it is tried again in an hour. {Reason}")]
        public static partial void Failed(ILogger logger, string reason);
    }
}
