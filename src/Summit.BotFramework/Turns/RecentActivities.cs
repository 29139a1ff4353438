namespace Summit.BotFramework.Turns;

/// <summary>
/// Knows which activities a channel may send again because it got no answer in time: those whose turn runs, and for some minutes
/// those whose request was answered late or was given up.
/// </summary>
internal sealed class RecentActivities(TimeProvider time)
{
    /// <summary>Channels repeat within a minute.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromMinutes(5);

    /// <summary>The oldest are forgotten beyond that.</summary>
    public const int Most = 10_000;

    private readonly Lock gate = new();
    private readonly HashSet<ActivityKey> known = [];
    private readonly Queue<(ActivityKey Activity, long At)> ended = new();

    /// <returns>False if the activity is known, and so is a repetition.</returns>
    public bool TryBegin(ActivityKey activity)
    {
        lock (gate)
        {
            Forget();
            return known.Add(activity);
        }
    }

    /// <param name="activity">One that was begun.</param>
    /// <param name="mayComeAgain">False to forget it at once.</param>
    public void End(ActivityKey activity, bool mayComeAgain)
    {
        lock (gate)
        {
            if (mayComeAgain)
                ended.Enqueue((activity, time.GetTimestamp()));
            else
                known.Remove(activity);
            Forget();
        }
    }

    private void Forget()
    {
        while (ended.TryPeek(out var oldest) && (ended.Count > Most || time.GetElapsedTime(oldest.At) >= Retention))
            known.Remove(ended.Dequeue().Activity);
    }
}

/// <summary>Names an activity; ids are unique within a conversation.</summary>
internal readonly record struct ActivityKey(ConversationKey Conversation, string Id);
