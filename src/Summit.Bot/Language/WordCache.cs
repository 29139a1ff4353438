using System.Collections.Concurrent;

namespace Summit.Bot.Language;

/// <summary>What was made of words, by the word. Once it is full nothing is added. Safe for several threads.</summary>
/// <param name="most">How many are kept, about.</param>
internal sealed class WordCache<T>(int most)
{
    private readonly ConcurrentDictionary<string, T> _values = new(StringComparer.Ordinal);

    // Counting a concurrent dictionary takes all of its locks.
    private int _count;

    /// <summary>Finds what was made of a word.</summary>
    public bool TryGet(ReadOnlySpan<char> word, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value) =>
        _values.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out value);

    /// <summary>Keeps what was made of a word, unless another thread has, and returns what is kept.</summary>
    public T Keep(string word, T value)
    {
        if (Volatile.Read(ref _count) >= most)
            return value;
        var kept = _values.GetOrAdd(word, value);
        Interlocked.Increment(ref _count);
        return kept;
    }
}
