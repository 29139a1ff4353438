using System.Globalization;
using Summit.Bot.Channels.Activities;

namespace Summit.Bot.Channels.DirectLine;

/// <summary>One conversation: its transcript, its turns one after the other, and who listens. Safe for several threads.</summary>
internal sealed class DirectLineConversation(string id, string user, TimeProvider time) : IHistory
{
    /// <summary>Turns that may wait for the one that runs.</summary>
    public const int MostWaiting = 10;

    /// <summary>Streams at once: a page that is open in several tabs.</summary>
    public const int MostStreams = 5;

    /// <summary>How long a user whose streams have closed may be away before the turn that runs is ended; a page that is loaded anew is back sooner.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(15);

    private readonly Lock _gate = new();
    private Task _lastTurn = Task.CompletedTask;
    private long _lastUsed = time.GetTimestamp();
    private int _waiting, _streams, _lastId;
    private bool _isOver;
    private CancellationTokenSource? _running;

    public string Id => id;

    public string User => user;

    public Transcript Transcript { get; } = new();

    /// <summary>The turns so far; ends when none is left, and never fails.</summary>
    public Task Turns
    {
        get
        {
            lock (_gate)
                return _lastTurn;
        }
    }

    /// <summary>Whether nobody listens, no turn runs and nobody has called for a time.</summary>
    public bool IsIdle(TimeSpan since)
    {
        lock (_gate)
            return IsIdleFor(since);
    }

    /// <summary>Ends the conversation if it is idle; from then on <see cref="Use"/> refuses.</summary>
    public bool TryEnd(TimeSpan idleFor)
    {
        lock (_gate)
            return _isOver = _isOver || IsIdleFor(idleFor);
    }

    /// <summary>Notes that somebody has called.</summary>
    /// <returns>False when the conversation is over.</returns>
    public bool Use()
    {
        lock (_gate)
        {
            _lastUsed = time.GetTimestamp();
            _running?.CancelAfter(Timeout.InfiniteTimeSpan);
            return !_isOver;
        }
    }

    /// <summary>When it was used last, as a timestamp of the clock.</summary>
    public long LastUsed => Interlocked.Read(ref _lastUsed);

    /// <summary>An id for an activity; those of a conversation are in order.</summary>
    public string NextId() => string.Create(CultureInfo.InvariantCulture, $"{id}|{Interlocked.Increment(ref _lastId):0000000}");

    /// <summary>Adds what the user sent to the transcript, and runs a turn on it after those before it.</summary>
    /// <param name="echo">Adds it.</param>
    /// <param name="turn">The turn, ended when the user has left. It does not throw.</param>
    /// <returns>False when too many wait.</returns>
    public bool TryPost(Action echo, Func<CancellationToken, Task> turn)
    {
        lock (_gate)
        {
            if (_waiting >= MostWaiting)
                return false;
            echo();
            _waiting++;
            _lastTurn = RunAsync(_lastTurn, turn);
            return true;
        }
    }

    /// <inheritdoc/>
    public void Forget() => Transcript.Clear();

    /// <summary>Notes that a stream has opened.</summary>
    /// <returns>False when there are too many, or the conversation is over.</returns>
    public bool TryOpenStream()
    {
        lock (_gate)
        {
            if (_isOver || _streams >= MostStreams)
                return false;
            _streams++;
            _running?.CancelAfter(Timeout.InfiniteTimeSpan);
            return true;
        }
    }

    /// <summary>Notes that a stream has closed.</summary>
    public void CloseStream()
    {
        lock (_gate)
        {
            _streams--;
            _lastUsed = time.GetTimestamp();
            if (_streams == 0)
                _running?.CancelAfter(Patience);
        }
    }

    private bool IsIdleFor(TimeSpan since) => _streams == 0 && _lastTurn.IsCompleted && time.GetElapsedTime(_lastUsed) >= since;

    private async Task RunAsync(Task before, Func<CancellationToken, Task> turn)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        using var left = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        lock (_gate)
        {
            _waiting--;
            _running = left;
        }

        await turn(left.Token);
        lock (_gate)
            _running = null;
    }
}
