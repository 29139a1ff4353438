using System.Runtime.InteropServices;

namespace Summit.BotFramework;

/// <summary>One turn at a time in each conversation, in the order in which they came. Holds nothing of a conversation that is idle.</summary>
internal sealed class ConversationQueue
{
    /// <summary>The most turns of one conversation that wait.</summary>
    public const int MostWaiting = 20;

    private readonly Lock gate = new();

    /// <summary>The turns that wait, by conversation; a conversation is in here while a turn of it runs.</summary>
    private readonly Dictionary<string, LinkedList<TaskCompletionSource>> conversations = [];

    /// <summary>Waits until the turns that came before have ended.</summary>
    /// <returns>To be disposed of when the turn has ended; null when too many wait already.</returns>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    public async Task<IDisposable?> EnterAsync(string conversation, CancellationToken cancellationToken)
    {
        LinkedListNode<TaskCompletionSource> turn;
        lock (gate)
        {
            ref var waiting = ref CollectionsMarshal.GetValueRefOrAddDefault(conversations, conversation, out var isBusy);
            waiting ??= new LinkedList<TaskCompletionSource>();
            if (!isBusy)
                return new Lease(this, conversation);
            if (waiting.Count >= MostWaiting)
                return null;
            turn = waiting.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        try
        {
            await turn.Value.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Leave(conversation, turn);
            throw;
        }

        return new Lease(this, conversation);
    }

    private void Leave(string conversation, LinkedListNode<TaskCompletionSource> turn)
    {
        lock (gate)
        {
            if (turn.List is { } waiting)
            {
                waiting.Remove(turn);
                return;
            }
        }

        // Its time came in the same moment.
        Next(conversation);
    }

    private void Next(string conversation)
    {
        lock (gate)
        {
            var waiting = conversations[conversation];
            if (waiting.First is not { } next)
            {
                conversations.Remove(conversation);
                return;
            }

            waiting.RemoveFirst();
            next.Value.SetResult();
        }
    }

    private sealed class Lease(ConversationQueue queue, string conversation) : IDisposable
    {
        private int isDisposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isDisposed, 1) == 0)
                queue.Next(conversation);
        }
    }
}
