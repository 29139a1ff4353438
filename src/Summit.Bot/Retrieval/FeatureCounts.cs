using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Summit.Bot.Retrieval;

/// <summary>How often each feature was met. Not safe for several threads while it is added to.</summary>
internal sealed class FeatureCounts
{
    private readonly List<int> _counts = [];

    /// <summary>The features, each numbered.</summary>
    public FeatureNumbers Numbers { get; } = new();

    /// <summary>The count of each, by its number.</summary>
    public ReadOnlySpan<int> Counts => CollectionsMarshal.AsSpan(_counts);

    /// <summary>Adds to the count of a feature.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint feature, int count = 1)
    {
        var number = Numbers.Add(feature);
        if (number == _counts.Count)
            _counts.Add(0);
        CollectionsMarshal.AsSpan(_counts)[number] += count;
    }

    /// <summary>The count of a feature; 0 where it was not met.</summary>
    public int Of(uint feature) => Numbers.Find(feature) is >= 0 and var number ? _counts[number] : 0;
}
