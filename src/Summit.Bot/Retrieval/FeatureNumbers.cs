using System.Runtime.CompilerServices;

namespace Summit.Bot.Retrieval;

/// <summary>
/// Numbers features from 0 on, in the order in which they are first met. An archive has millions of them, which are few different ones: a
/// table of open addressing, half empty, finds one several times as fast as a dictionary. Not safe for several threads while it grows.
/// </summary>
internal sealed class FeatureNumbers
{
    private const int LeastBits = 10, MostKept = 1 << 14;

    private int _bits = LeastBits;
    private uint[] _features = new uint[1 << LeastBits];

    /// <summary>One more than the number of the feature in the same place; 0 where there is none.</summary>
    private int[] _numbers = new int[1 << LeastBits];

    /// <summary>How many features there are.</summary>
    public int Count { get; private set; }

    /// <summary>The number of a feature, which gets one if it has none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Add(uint feature)
    {
        var place = Place(feature);
        if (_numbers[place] > 0)
            return _numbers[place] - 1;
        if (2 * (Count + 1) > _features.Length)
        {
            Grow();
            place = Place(feature);
        }

        (_features[place], _numbers[place]) = (feature, ++Count);
        return Count - 1;
    }

    /// <summary>The number of a feature; −1 if it has none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(uint feature) => _numbers[Place(feature)] - 1;

    /// <summary>Forgets all features.</summary>
    public void Clear()
    {
        Count = 0;
        if (_features.Length <= MostKept)
        {
            Array.Clear(_numbers);
            return;
        }

        _bits = LeastBits;
        (_features, _numbers) = (new uint[1 << LeastBits], new int[1 << LeastBits]);
    }

    private void Grow()
    {
        var (features, numbers) = (_features, _numbers);
        _bits++;
        (_features, _numbers) = (new uint[1 << _bits], new int[1 << _bits]);
        for (var i = 0; i < features.Length; i++)
        {
            if (numbers[i] == 0)
                continue;
            var place = Place(features[i]);
            (_features[place], _numbers[place]) = (features[i], numbers[i]);
        }
    }

    /// <summary>Where a feature is, or where it would be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Place(uint feature)
    {
        // The golden ratio spreads what is near to each other; the upper bits are the mixed ones.
        var place = (int)((feature * 0x9E37_79B1u) >> (32 - _bits));
        while (_numbers[place] > 0 && _features[place] != feature)
            place = (place + 1) & (_features.Length - 1);
        return place;
    }
}
