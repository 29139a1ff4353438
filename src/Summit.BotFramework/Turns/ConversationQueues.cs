namespace Summit.BotFramework.Turns;

/// <summary>Lets the turns of a conversation run one at a time, in order of arrival. A conversation without turns takes no memory.</summary>
internal sealed class ConversationQueues
{
    /// <summary>How many turns of a conversation may wait for the one that runs.</summary>
    public const int MostWaiting = 10;

    private readonly Lock gate = new();

    /// <summary>The first of each is the turn that runs.</summary>
    private readonly Dictionary<ConversationKey, LinkedList<TaskCompletionSource>> queues = [];

    /// <summary>How many conversations have turns.</summary>
    public int Count
    {
        get
        {
            lock (gate)
                return queues.Count;
        }
    }

    /// <returns>A place at the end of the queue; null if too many wait.</returns>
    public Place? Enter(ConversationKey conversation)
    {
        lock (gate)
        {
            if (!queues.TryGetValue(conversation, out var queue))
                queues.Add(conversation, queue = []);
            if (queue.Count > MostWaiting)
                return null;
            var place = queue.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            if (queue.Count == 1)
                place.Value.SetResult();
            return new Place(this, conversation, place);
        }
    }

    private void Leave(ConversationKey conversation, LinkedListNode<TaskCompletionSource> place)
    {
        lock (gate)
        {
            var queue = place.List!;
            queue.Remove(place);
            if (queue.First is { } first)
                first.Value.TrySetResult();
            else
                queues.Remove(conversation);
        }
    }

    /// <summary>To be disposed when the turn has ended, or has given up waiting.</summary>
    public sealed class Place(ConversationQueues queues, ConversationKey conversation, LinkedListNode<TaskCompletionSource> place) : IDisposable
    {
        /// <summary>Completes when all that came before have left.</summary>
        public Task Reached => place.Value.Task;

        public void Dispose() => queues.Leave(conversation, place);
    }
}

/// <summary>Names a conversation; ids of different channels may be the same.</summary>
internal readonly record struct ConversationKey(string? Channel, string Id);
