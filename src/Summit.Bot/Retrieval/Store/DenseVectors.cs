using System.Buffers;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Summit.Bot.Retrieval.Store;

/// <summary>
/// Every dense vector compared with a question's. A first pass over halved numbers, dimension by dimension and only where the question's
/// vector is not zero, leaves out the passages that cannot be among the best; the rest are compared exactly. What is found and its order are those
/// of an exact comparison of all, the same on every machine. Immutable.
/// </summary>
internal sealed class DenseVectors
{
    /// <summary>Two passages share a word of 32 bits: this many words make a vector register, and twice as many passages a group.</summary>
    private const int Lanes = 8, Group = 2 * Lanes;

    /// <summary>Passages whose scores stay in the first cache while the dimensions go by.</summary>
    private const int Block = 256 * Group;

    /// <summary>The largest relative error of a number that keeps 8 bits, with room for what the sums round.</summary>
    private const float HalvingError = (1 / 512f) + 1e-4f;

    private readonly ReadOnlyMemory<float>[] _vectors;
    private readonly int _dimension;
    private readonly float _longest;

    /// <summary>By block, then dimension, then group: the upper 16 bits of a number of passage i in the lower half of word i, of passage i + 8 in the upper half.</summary>
    private readonly uint[] _halved;
    private readonly int _words;

    /// <summary>Keeps vectors.</summary>
    /// <param name="vectors">All of one length, or empty.</param>
    public DenseVectors(IReadOnlyCollection<ReadOnlyMemory<float>> vectors)
    {
        _vectors = [.. vectors];
        _dimension = _vectors.Select(vector => vector.Length).DefaultIfEmpty().Max();
        _words = (_vectors.Length + Group - 1) / Group * Lanes;
        _halved = new uint[_dimension * _words];
        Parallel.For(0, _words / Lanes, () => new uint[_dimension * Lanes], (group, _, gathered) => HalveGroup(group, gathered), static _ => { });
        foreach (var vector in _vectors)
            _longest = Math.Max(_longest, TensorPrimitives.Norm(vector.Span));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private uint[] HalveGroup(int group, uint[] gathered)
    {
        // Gathered first: the places of one vector's numbers are so far apart that each would be fetched into the cache alone.
        for (var lane = 0; lane < Lanes; lane++)
        {
            var lower = VectorAt((group * Group) + lane);
            var upper = VectorAt((group * Group) + lane + Lanes);
            for (var d = 0; d < _dimension; d++)
                gathered[(d * Lanes) + lane] = (d < lower.Length ? Halve(lower[d]) : 0) | (d < upper.Length ? Halve(upper[d]) << 16 : 0);
        }

        var (block, inBlock) = Math.DivRem(group * Group, Block);
        var (words, first) = (WordsOf(block), (block * Block / 2 * _dimension) + (inBlock / 2));
        for (var d = 0; d < _dimension; d++)
            gathered.AsSpan(d * Lanes, Lanes).CopyTo(_halved.AsSpan(first + (d * words), Lanes));
        return gathered;
    }

    private ReadOnlySpan<float> VectorAt(int passage) => passage < _vectors.Length ? _vectors[passage].Span : [];

    /// <summary>Finds the vectors of the highest products above 0.</summary>
    /// <param name="vector">The question's.</param>
    /// <param name="best">Takes them.</param>
    /// <param name="admits">Whether a passage may be found, by its number.</param>
    public void Find(ReadOnlySpan<float> vector, ref BestPassages best, Func<int, bool>? admits)
    {
        if (vector.Length != _dimension || _dimension == 0)
            return;
        var error = TensorPrimitives.Norm(vector) * _longest * HalvingError;
        var rented = ArrayPool<float>.Shared.Rent(2 * _words);
        try
        {
            var scores = rented.AsSpan(0, 2 * _words);
            Approximate(vector, scores);
            scores = scores[.._vectors.Length];
            for (var i = 0; i < scores.Length; i++)
            {
                if (scores[i] > Math.Max(best.Least, -error) && (admits is null || admits(i)))
                    best.Add(scores[i], i);
            }

            var least = Math.Max(best.Least - (2 * error), -error);
            best.TakeSorted();
            for (var i = 0; i < scores.Length; i++)
            {
                if (scores[i] >= least && (admits is null || admits(i)) && Product(vector, _vectors[i].Span) is > 0 and var product)
                    best.Add(product, i);
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(rented);
        }
    }

    private void Approximate(ReadOnlySpan<float> vector, Span<float> scores)
    {
        scores.Clear();
        Span<int> dimensions = stackalloc int[vector.Length];
        var count = 0;
        for (var d = 0; d < vector.Length; d++)
        {
            if (vector[d] != 0)
                dimensions[count++] = d;
        }

        for (var from = 0; from < scores.Length; from += Block)
        {
            var words = WordsOf(from / Block);
            var block = MemoryMarshal.Cast<float, Vector256<float>>(scores.Slice(from, Math.Min(Block, scores.Length - from)));
            for (var d = 0; d < count; d++)
                Add(block, _halved.AsSpan((from / 2 * _dimension) + (dimensions[d] * words), words), vector[dimensions[d]]);
        }
    }

    /// <summary>How many words a dimension has in a block; the last block is shorter.</summary>
    private int WordsOf(int block) => Math.Min(Block / 2, _words - (block * Block / 2));

    private static void Add(Span<Vector256<float>> scores, ReadOnlySpan<uint> halved, float weight)
    {
        var (factor, upper) = (Vector256.Create(weight), Vector256.Create(0xFFFF_0000u));
        var words = MemoryMarshal.Cast<uint, Vector256<uint>>(halved);
        for (var i = 0; i < words.Length && (2 * i) + 1 < scores.Length; i++)
        {
            scores[2 * i] = Vector256.MultiplyAddEstimate(factor, (words[i] << 16).AsSingle(), scores[2 * i]);
            scores[(2 * i) + 1] = Vector256.MultiplyAddEstimate(factor, (words[i] & upper).AsSingle(), scores[(2 * i) + 1]);
        }
    }

    /// <summary>The nearest number of 8 significant bits: its upper half.</summary>
    private static uint Halve(float number)
    {
        var bits = BitConverter.SingleToUInt32Bits(number);
        return (bits + 0x7FFF + ((bits >> 16) & 1)) >> 16;
    }

    /// <summary>The product, summed in an order that does not depend on the machine.</summary>
    private static float Product(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var length = Math.Min(a.Length, b.Length);
        var left = MemoryMarshal.Cast<float, Vector256<float>>(a[..length]);
        var right = MemoryMarshal.Cast<float, Vector256<float>>(b[..length]);
        var sums = Vector256<float>.Zero;
        for (var i = 0; i < left.Length; i++)
            sums += left[i] * right[i];
        var fours = sums.GetLower() + sums.GetUpper();
        var product = fours[0] + fours[1] + (fours[2] + fours[3]);
        for (var i = left.Length * Vector256<float>.Count; i < length; i++)
            product += a[i] * b[i];
        return product;
    }
}
