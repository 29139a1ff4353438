using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Summit.Bot.Retrieval.Store;

/// <summary>
/// Every dense vector compared with a question's, dimension by dimension and only where the question's is not zero. Products are added in the order of
/// the dimensions and rounded one by one, so that what is found and its order are the same on every machine. Immutable.
/// </summary>
internal sealed class DenseVectors
{
    /// <summary>Two passages share a word of 32 bits: this many words make a vector register, and twice as many passages a group.</summary>
    private const int Lanes = 8, Group = 2 * Lanes;

    /// <summary>Passages whose scores stay in the first cache while the dimensions go by.</summary>
    private const int Block = 256 * Group;

    /// <summary>By block, then dimension, then group: the number of passage i in the lower half of word i, of passage i + 8 in the upper half.</summary>
    private readonly uint[] _numbers;
    private readonly int _words;

    /// <summary>Keeps vectors.</summary>
    /// <param name="vectors">All of one length, or empty; as <see cref="BrainFloats"/>.</param>
    public DenseVectors(ReadOnlyMemory<ushort>[] vectors)
    {
        Dimension = vectors.Select(vector => vector.Length).DefaultIfEmpty().Max();
        _words = (vectors.Length + Group - 1) / Group * Lanes;
        _numbers = GC.AllocateUninitializedArray<uint>(Dimension * _words);
        Parallel.For(0, _words / Lanes, () => new uint[Dimension * Lanes], (group, _, gathered) => AddGroup(vectors, group, gathered), static _ => { });
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private uint[] AddGroup(ReadOnlyMemory<ushort>[] vectors, int group, uint[] gathered)
    {
        // Gathered first: the places of one vector's numbers are so far apart that each would be fetched into the cache alone.
        for (var lane = 0; lane < Lanes; lane++)
        {
            var lower = VectorAt(vectors, (group * Group) + lane);
            var upper = VectorAt(vectors, (group * Group) + lane + Lanes);
            for (var d = 0; d < Dimension; d++)
                gathered[(d * Lanes) + lane] = (d < lower.Length ? lower[d] : 0u) | (d < upper.Length ? (uint)upper[d] << 16 : 0);
        }

        var (block, inBlock) = Math.DivRem(group * Group, Block);
        var (words, first) = (WordsOf(block), (block * Block / 2 * Dimension) + (inBlock / 2));
        for (var d = 0; d < Dimension; d++)
            gathered.AsSpan(d * Lanes, Lanes).CopyTo(_numbers.AsSpan(first + (d * words), Lanes));
        return gathered;
    }

    private static ReadOnlySpan<ushort> VectorAt(ReadOnlyMemory<ushort>[] vectors, int passage) => passage < vectors.Length ? vectors[passage].Span : [];

    /// <summary>How many numbers each vector has that is not empty; 0 where all are.</summary>
    public int Dimension { get; }

    /// <summary>How many scores are computed: one a vector, and what fills up the last group.</summary>
    public int ScoreCount => 2 * _words;

    /// <summary>Adds the product with each vector to its score.</summary>
    /// <param name="vector">The question's, of <see cref="Dimension"/> numbers.</param>
    /// <param name="scores">At least <see cref="ScoreCount"/>.</param>
    public void Score(ReadOnlySpan<float> vector, float[] scores)
    {
        var factors = new List<(int Dimension, float Weight)>();
        for (var d = 0; d < vector.Length; d++)
        {
            if (vector[d] != 0)
                factors.Add((d, vector[d]));
        }

        Parallel.For(0, (ScoreCount + Block - 1) / Block, block =>
        {
            var words = WordsOf(block);
            var first = block * Block / 2 * Dimension;
            var blockScores = MemoryMarshal.Cast<float, Vector256<float>>(scores.AsSpan(block * Block, 2 * words));
            foreach (var (dimension, weight) in factors)
                Add(blockScores, _numbers.AsSpan(first + (dimension * words), words), weight);
        });
    }

    /// <summary>How many words a dimension has in a block; the last block is shorter.</summary>
    private int WordsOf(int block) => Math.Min(Block / 2, _words - (block * Block / 2));

    // Not a fused product and sum, which not every machine has: it is rounded otherwise.
    private static void Add(Span<Vector256<float>> scores, ReadOnlySpan<uint> numbers, float weight)
    {
        var (factor, upper) = (Vector256.Create(weight), Vector256.Create(0xFFFF_0000u));
        var words = MemoryMarshal.Cast<uint, Vector256<uint>>(numbers);
        for (var i = 0; i < words.Length && (2 * i) + 1 < scores.Length; i++)
        {
            scores[2 * i] += factor * (words[i] << 16).AsSingle();
            scores[(2 * i) + 1] += factor * (words[i] & upper).AsSingle();
        }
    }
}
