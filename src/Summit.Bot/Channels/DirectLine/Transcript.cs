using System.Globalization;
using System.Text;

namespace Summit.Bot.Channels.DirectLine;

/// <summary>
/// The activities of one conversation, numbered from 1, as clients read them: a watermark is the number of the last one that was read.
/// The oldest go when there are more than <see cref="MostActivities"/>, or more than <see cref="MostBytes"/>. Safe for several threads.
/// </summary>
internal sealed class Transcript
{
    public const int MostActivities = 500, MostBytes = 512 * 1024;

    /// <summary>What is read at once.</summary>
    private const int BatchActivities = 50, BatchBytes = 64 * 1024;

    private readonly Lock _gate = new();
    private readonly LinkedList<Entry> _entries = new();
    private TaskCompletionSource _changed = NewSignal();
    private long _last;
    private int _bytes;

    private readonly record struct Entry(long Number, string Id, byte[] Json, bool IsPassing);

    /// <summary>Adds an activity.</summary>
    /// <param name="id">Its id. One that is there already is replaced: the old one goes.</param>
    /// <param name="json">The activity, in UTF-8.</param>
    /// <param name="isPassing">Whether it is of no use any more once something else follows, as that the bot is typing.</param>
    public void Add(string id, byte[] json, bool isPassing = false)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            for (var node = _entries.First; node is not null;)
            {
                var next = node.Next;
                if (node.Value.Id == id || (node.Value.IsPassing && !isPassing))
                    Remove(node);
                node = next;
            }

            _entries.AddLast(new Entry(++_last, id, json, isPassing));
            _bytes += json.Length;
            while (_entries.Count > 1 && (_entries.Count > MostActivities || _bytes > MostBytes))
                Remove(_entries.First!);
            (changed, _changed) = (_changed, NewSignal());
        }

        changed.TrySetResult();
    }

    /// <summary>Whether an activity is there still.</summary>
    public bool Has(string id)
    {
        lock (_gate)
            return _entries.Any(entry => entry.Id == id);
    }

    /// <summary>Drops everything; what comes next is numbered on.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
            _bytes = 0;
        }
    }

    /// <summary>Reads a batch of what came after a watermark.</summary>
    /// <param name="after">The watermark; 0 for the beginning.</param>
    /// <param name="changed">Ends when something is added after this call.</param>
    /// <returns><c>{"activities":[…],"watermark":"…"}</c> in UTF-8, the new watermark, and whether there were any.</returns>
    public (byte[] Json, long Watermark, bool IsEmpty) Read(long after, out Task changed)
    {
        var batch = new List<byte[]>();
        long watermark;
        lock (_gate)
        {
            changed = _changed.Task;
            watermark = Math.Clamp(after, 0, _last);
            var bytes = 0;
            // From the end: streams are a step behind at most.
            var node = _entries.Last;
            while (node?.Previous is { } previous && previous.Value.Number > watermark)
                node = previous;
            for (; node is not null && batch.Count < BatchActivities && bytes < BatchBytes; node = node.Next)
            {
                if (node.Value.Number <= watermark)
                    continue;
                batch.Add(node.Value.Json);
                bytes += node.Value.Json.Length;
                watermark = node.Value.Number;
            }
        }

        return (Frame(batch, watermark), watermark, batch.Count == 0);
    }

    private static byte[] Frame(List<byte[]> batch, long watermark)
    {
        var tail = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"],\"watermark\":\"{watermark}\"}}"));
        var head = "{\"activities\":["u8;
        var frame = new byte[head.Length + tail.Length + batch.Sum(json => json.Length) + Math.Max(0, batch.Count - 1)];
        head.CopyTo(frame);
        var at = head.Length;
        for (var i = 0; i < batch.Count; i++)
        {
            if (i > 0)
                frame[at++] = (byte)',';
            batch[i].CopyTo(frame, at);
            at += batch[i].Length;
        }

        tail.CopyTo(frame, at);
        return frame;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Remove(LinkedListNode<Entry> node)
    {
        _bytes -= node.Value.Json.Length;
        _entries.Remove(node);
    }
}
