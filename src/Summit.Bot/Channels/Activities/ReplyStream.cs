using System.Text.Json.Nodes;

namespace Summit.Bot.Channels.Activities;

/// <summary>
/// A reply that is shown while it is made, as personal chats of Teams and the web chat do it: an informative line, then the text as far as it has come,
/// then the message. Where the channel does not stream, and where the answer is there at once, the message alone is sent.
/// </summary>
/// <remarks>
/// The rules are those of Teams: the id of the first activity names the stream; one request at a time and, in Teams, at most one a second; numbers
/// from 1, none on the last; the last may hold everything that a message may. The fields are in channelData too, where Web Chat reads them.
/// </remarks>
internal sealed partial class ReplyStream
{
    private readonly ITurnContext _turn;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationToken _cancellationToken;
    private readonly CancellationTokenSource _ended;
    private readonly TimeSpan _pace;
    private readonly Task _informing;
    private string? _id;
    private int _sent;
    private long _lastSent;
    private bool _isRefused, _hasEnded;

    private ReplyStream(ITurnContext turn, Func<string> informative, TimeSpan after, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        _turn = turn;
        _pace = ChannelStyle.Of(turn.Activity.ChannelId).StreamPace ?? TimeSpan.Zero;
        _time = time;
        _logger = logger;
        _cancellationToken = cancellationToken;
        _ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _informing = InformAsync(informative, after);
    }

    /// <summary>Begins a reply to the message of a turn, which <see cref="SendAsync"/> then finds.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="informative">Makes the line that is shown until there is text, of at most 1,000 characters.</param>
    /// <param name="after">How long the reply may take before the line is shown.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Is told at Debug of a channel that does not stream.</param>
    /// <param name="cancellationToken">Ends the turn.</param>
    public static void Begin(ITurnContext turn, Func<string> informative, TimeSpan after, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        if (IsStreamed(turn.Activity))
            turn.TurnState.Add(new ReplyStream(turn, informative, after, time, logger, cancellationToken));
    }

    /// <summary>Sends a message: as the end of the turn's stream, if one was begun and has not ended.</summary>
    /// <returns>With the id that the message has in the channel.</returns>
    public static Task<ResourceResponse> SendAsync(ITurnContext turn, IActivity message, CancellationToken cancellationToken) =>
        turn.TurnState.Get<ReplyStream>() is { _hasEnded: false } stream ? stream.EndAsync(message, cancellationToken) : turn.SendActivityAsync(message, cancellationToken);

    /// <summary>Shows the text of the turn's reply as far as it has come, where a stream was begun.</summary>
    public static Task ShowAsync(ITurnContext turn, string text) => turn.TurnState.Get<ReplyStream>()?.ShowAsync(text) ?? Task.CompletedTask;

    /// <summary>Shows the text as far as it has come, unless the last request was less than the <see cref="ChannelStyle.StreamPace"/> ago. To be awaited before the next call.</summary>
    /// <param name="text">All of the text so far, in markdown.</param>
    public async Task ShowAsync(string text)
    {
        await StopInformingAsync();
        if (!_isRefused && (_sent == 0 || _time.GetElapsedTime(_lastSent) >= _pace))
            await UpdateAsync("streaming", () => text);
    }

    /// <summary>Whether the client of a message shows replies while they are made; groups and channels of Teams do not.</summary>
    public static bool IsStreamed(Activity message) =>
        ChannelStyle.Of(message.ChannelId).StreamPace is not null
        && message.DeliveryMode != DeliveryModes.ExpectReplies
        && message.Conversation is { ConversationType: null or "" or "personal", IsGroup: not true };

    private async Task InformAsync(Func<string> text, TimeSpan after)
    {
        if (after > TimeSpan.Zero)
            await Task.Delay(after, _time, _ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!_ended.IsCancellationRequested)
            await UpdateAsync("informative", text);
    }

    private async Task StopInformingAsync()
    {
        await _ended.CancelAsync();
        await _informing;
    }

    private async Task UpdateAsync(string type, Func<string> text)
    {
        try
        {
            var activity = new Activity(ActivityTypes.Typing) { Text = text() };
            Mark(activity, type, _sent + 1);
            var response = await _turn.SendActivityAsync(activity, _cancellationToken);
            _id ??= response.Id;
            _isRefused = string.IsNullOrEmpty(_id);
            _sent++;
        }
        catch (Exception error) when (!_cancellationToken.IsCancellationRequested)
        {
            // What could not be shown is in the message, too.
            _isRefused = true;
            Log.NotStreamed(_logger, error.Message);
        }

        _lastSent = _time.GetTimestamp();
    }

    private async Task<ResourceResponse> EndAsync(IActivity message, CancellationToken cancellationToken)
    {
        _hasEnded = true;
        await StopInformingAsync();
        _ended.Dispose();
        if (_sent == 0 || _isRefused)
            return await _turn.SendActivityAsync(message, cancellationToken);
        var wait = _pace - _time.GetElapsedTime(_lastSent);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, _time, cancellationToken);
        var (entities, data) = (message.Entities, message.ChannelData);
        Mark(message, "final", sequence: null);
        try
        {
            var response = await _turn.SendActivityAsync(message, cancellationToken);
            return string.IsNullOrEmpty(response.Id) ? new ResourceResponse(_id) : response;
        }
        catch (ErrorResponseException error)
        {
            // A stream may last two minutes.
            Log.NotStreamed(_logger, error.Message);
            (message.Entities, message.ChannelData) = (entities, data);
            return await _turn.SendActivityAsync(message, cancellationToken);
        }
    }

    private void Mark(IActivity activity, string type, int? sequence)
    {
        JsonObject Fields()
        {
            var fields = new JsonObject { ["streamType"] = type };
            if (sequence is { } number)
                fields["streamSequence"] = number;
            if (_id is not null)
                fields["streamId"] = _id;
            return fields;
        }

        activity.Entities = [.. activity.Entities ?? [], new Entity("streaminfo") { Properties = BotSdk.Json(Fields()) }];
        var data = Fields();
        object? given = activity.ChannelData;
        foreach (var (name, value) in BotSdk.Fields(given) ?? [])
            data[name] = value?.DeepClone();
        activity.ChannelData = BotSdk.Json(data);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "A reply could not be shown while it was made; it is sent as one message. {Reason}")]
        public static partial void NotStreamed(ILogger logger, string reason);
    }
}
