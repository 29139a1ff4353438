using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>Sums the weights of each feature of a text, and counts in how many of its parts each stands. One a thread, used for one text after the other.</summary>
internal sealed class FeatureSums
{
    [ThreadStatic]
    private static FeatureSums? _ofThread;

    private readonly FeatureNumbers _numbers = new();
    private readonly List<Sum> _sums = [];
    private int _part;

    /// <summary>That of this thread, empty. It must not be asked for again before it was read.</summary>
    public static FeatureSums Begin()
    {
        var sums = _ofThread ??= new FeatureSums();
        sums._numbers.Clear();
        sums._sums.Clear();
        sums._part = 0;
        return sums;
    }

    /// <summary>Goes on to the next part of the text.</summary>
    public void NextPart() => _part++;

    /// <summary>Adds every feature of the terms (<see cref="SparseFeatures"/>).</summary>
    public void Add(IReadOnlyList<Term> terms, double share = 1)
    {
        var visitor = new Visitor(this);
        SparseFeatures.Visit(terms, ref visitor, share);
    }

    /// <summary>Adds the weight of a feature.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint feature, double weight)
    {
        var number = _numbers.Add(feature);
        if (number == _sums.Count)
            _sums.Add(new Sum { Feature = feature, LastPart = -1 });
        ref var sum = ref CollectionsMarshal.AsSpan(_sums)[number];
        sum.Weight += weight;
        if (sum.LastPart == _part)
            return;
        sum.LastPart = _part;
        sum.Parts++;
    }

    /// <summary>The features, each once, in the order in which they were first met, and what is wanted of each.</summary>
    public (uint[] Features, T[] Values) Take<T>(Func<double, int, T> value)
    {
        var sums = CollectionsMarshal.AsSpan(_sums);
        var (features, values) = (new uint[sums.Length], new T[sums.Length]);
        for (var i = 0; i < sums.Length; i++)
            (features[i], values[i]) = (sums[i].Feature, value(sums[i].Weight, sums[i].Parts));
        return (features, values);
    }

    private readonly struct Visitor(FeatureSums sums) : IFeatureVisitor
    {
        public void Add(uint feature, double weight) => sums.Add(feature, weight);
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Sum
    {
        public uint Feature;
        public int Parts, LastPart;
        public double Weight;
    }
}
