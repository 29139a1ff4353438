using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace Summit.Bot.Storage;

/// <summary>
/// Takes items from any thread at once and writes them in batches on another one, so that nobody waits for a disk. A process that is killed
/// loses what was added within <see cref="Delay"/>; one that is stopped loses nothing.
/// </summary>
/// <typeparam name="T">What is written.</typeparam>
[SuppressMessage("Design", "CA1001", Justification = "The semaphore has no handle, and may be asked for after the end.")]
internal sealed class BatchWriter<T> : IAsyncDisposable
{
    private const int MostWaiting = 10_000, BatchSize = 500;

    private readonly Channel<(T? Item, TaskCompletionSource? Written)> _items =
        Channel.CreateBounded<(T?, TaskCompletionSource?)>(new BoundedChannelOptions(MostWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly Action<IReadOnlyList<T>> _write;
    private readonly Action<Exception, int> _onLost;
    private readonly SemaphoreSlim _hurry = new(0);
    private readonly Lazy<Task> _loop;
    private volatile bool _isEnding;

    /// <summary>Makes a writer; its loop begins with the first item.</summary>
    /// <param name="write">Writes a batch.</param>
    /// <param name="onLost">Told why a batch could not be written, and of how many items it was.</param>
    public BatchWriter(Action<IReadOnlyList<T>> write, Action<Exception, int> onLost)
    {
        _write = write;
        _onLost = onLost;
        _loop = new Lazy<Task>(() => Task.Run(WriteAsync));
    }

    /// <summary>How long an item may wait for others, and so how much a process that is killed can lose.</summary>
    public static TimeSpan Delay { get; } = TimeSpan.FromSeconds(0.5);

    /// <summary>Adds an item.</summary>
    /// <returns>False when so many are waiting that this one was not taken.</returns>
    public bool Add(T item)
    {
        _ = _loop.Value;
        return _items.Writer.TryWrite((item, null));
    }

    /// <summary>Returns when everything that was added before is written.</summary>
    public async Task FlushAsync()
    {
        if (!_loop.IsValueCreated)
            return;
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await _items.Writer.WriteAsync((default, written));
            _hurry.Release();
        }
        catch (ChannelClosedException)
        {
            await _loop.Value;
            return;
        }

        await written.Task;
    }

    /// <summary>Writes what is left.</summary>
    public async ValueTask DisposeAsync()
    {
        _isEnding = true;
        _items.Writer.TryComplete();
        _hurry.Release();
        if (_loop.IsValueCreated)
            await _loop.Value;
    }

    private async Task WriteAsync()
    {
        var batch = new List<T>();
        while (await _items.Reader.WaitToReadAsync())
        {
            if (!_isEnding && _items.Reader.Count < BatchSize)
                await _hurry.WaitAsync(Delay);
            var written = new List<TaskCompletionSource>();
            while (batch.Count < BatchSize && _items.Reader.TryRead(out var next))
            {
                if (next.Written is not null)
                    written.Add(next.Written);
                else
                    batch.Add(next.Item!);
            }

            try
            {
                if (batch.Count > 0)
                    _write(batch);
            }
            catch (Exception error)
            {
                _onLost(error, batch.Count);
            }

            batch.Clear();
            written.ForEach(waiting => waiting.SetResult());
        }
    }
}
