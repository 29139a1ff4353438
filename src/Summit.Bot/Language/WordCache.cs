using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Summit.Bot.Language;

/// <summary>
/// Remembers something of each word, up to a number of words. Safe for several threads: who reads takes no lock. A word of up to 15 characters of
/// one byte each is its own key, 16 bytes that lie beside what is remembered, since every word of an archive is looked up here twice.
/// </summary>
internal sealed class WordCache<T>(int most)
{
    private const int LeastBits = 10;

    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, T> _others = new(StringComparer.Ordinal);

    // Random, so that nobody can choose words that all lie in one place.
    private readonly ulong _multiplier = (ulong)Random.Shared.NextInt64() | 1, _other = (ulong)Random.Shared.NextInt64() | 1;
    private Entry[] _entries = new Entry[1 << LeastBits];
    private int _taken, _count;

    /// <summary>What is remembered of a word.</summary>
    public bool TryGet(ReadOnlySpan<char> word, [MaybeNullWhen(false)] out T value)
    {
        if (!PackedWord.TryPack(word, out var packed))
            return _others.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out value);
        var entries = Volatile.Read(ref _entries);
        ref var entry = ref entries[Place(entries, packed)];
        // Where no word was, another thread may have put one since.
        var isKnown = Volatile.Read(ref entry.Second) == packed.Second && entry.First == packed.First;
        value = isKnown ? entry.Value : default;
        return isKnown;
    }

    /// <summary>Remembers something of a word, while there is room.</summary>
    /// <returns>What is remembered of it: that of another thread, where it came first.</returns>
    public T Keep(string word, T value)
    {
        lock (_gate)
        {
            if (TryGet(word, out var kept))
                return kept;
            if (_count == most)
                return value;
            _count++;
            if (!PackedWord.TryPack(word, out var packed))
                return _others.GetOrAdd(word, value);
            if (2 * ++_taken > _entries.Length)
                Grow();
            Put(_entries, packed, value);
            return value;
        }
    }

    /// <summary>Where a word is, or where it would be.</summary>
    private int Place(Entry[] entries, PackedWord word)
    {
        var place = (int)(((word.First * _multiplier) + (word.Second * _other)) >> (64 - int.Log2(entries.Length)));
        while (Volatile.Read(ref entries[place].Second) is not 0 and var second && (second != word.Second || entries[place].First != word.First))
            place = (place + 1) & (entries.Length - 1);
        return place;
    }

    private void Put(Entry[] entries, PackedWord word, T value)
    {
        ref var entry = ref entries[Place(entries, word)];
        (entry.First, entry.Value) = (word.First, value);
        // Who sees this sees the rest.
        Volatile.Write(ref entry.Second, word.Second);
    }

    // Others may be reading the old entries, which stay as they are.
    private void Grow()
    {
        var grown = new Entry[2 * _entries.Length];
        foreach (var entry in _entries)
        {
            if (entry.Second != 0)
                Put(grown, new PackedWord(entry.First, entry.Second), entry.Value);
        }

        Volatile.Write(ref _entries, grown);
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Entry
    {
        public ulong First, Second;
        public T Value;
    }
}

/// <summary>A short word as numbers that no other word has.</summary>
/// <param name="First">Its first eight characters, a byte each.</param>
/// <param name="Second">The others, and its length in the highest byte: 0 for none.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PackedWord(ulong First, ulong Second)
{
    private const int Longest = 15, LengthAt = 56;

    /// <summary>Packs a word of 1 to 15 characters below U+0100.</summary>
    public static bool TryPack(ReadOnlySpan<char> word, out PackedWord packed)
    {
        packed = default;
        if (word.Length is 0 or > Longest)
            return false;
        ulong first = 0, second = (ulong)word.Length << LengthAt;
        var all = 0;
        for (var i = 0; i < word.Length && i < sizeof(ulong); i++)
        {
            all |= word[i];
            first |= (ulong)word[i] << (8 * i);
        }

        for (var i = sizeof(ulong); i < word.Length; i++)
        {
            all |= word[i];
            second |= (ulong)word[i] << (8 * (i - sizeof(ulong)));
        }

        packed = new PackedWord(first, second);
        return all <= byte.MaxValue;
    }
}
