using System.Runtime.InteropServices;
using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>The groups of letters of a question, to be counted in other texts. Immutable.</summary>
internal sealed class LetterQuery
{
    /// <summary>How fast what stands several times counts less, in BM25.</summary>
    public const double K1 = 1.2;

    private const int MostOnStack = 1024;

    private readonly double[] _weights;
    private readonly double _all;

    // Open addressing, at most a quarter full: four letters are the 64 bits of a key, and most groups of a text are not in the question.
    private readonly ulong[] _keys;
    private readonly int[] _groupOf;

    /// <summary>Takes the groups of a text.</summary>
    /// <param name="terms">Its terms.</param>
    /// <param name="rarity">How rare a group is, by its hash.</param>
    public LetterQuery(IReadOnlyList<Term> terms, Func<uint, double> rarity)
    {
        Groups = LetterGroups.Of(terms);
        _weights = Array.ConvertAll(Groups, group => rarity(group));
        _all = _weights.Sum();
        _keys = new ulong[Math.Max(4, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Groups.Length * 4))];
        _groupOf = new int[_keys.Length];
        Span<char> room = stackalloc char[MostOnStack];
        var letters = LetterGroups.Letters(terms, room);
        for (var i = 0; i + LetterGroups.Length <= letters.Length; i++)
        {
            var place = Place(Key(letters, i));
            (_keys[place], _groupOf[place]) = (Key(letters, i), Array.BinarySearch(Groups, LetterGroups.Hash(letters.Slice(i, LetterGroups.Length))));
        }
    }

    /// <summary>Hashes of the groups, ascending and distinct.</summary>
    public uint[] Groups { get; }

    public static LetterQuery Of(QuestionAnalysis question, PassageIndex index) => new([.. question.Terms.Select(term => term.Term)], index.LetterGroupRarity);

    /// <summary>For each of <see cref="Groups"/> how many of the texts have it.</summary>
    public int[] Count(IReadOnlyList<IReadOnlyList<Term>> texts)
    {
        var counts = new int[Groups.Length];
        var lastText = Groups.Length <= MostOnStack ? stackalloc int[Groups.Length] : new int[Groups.Length];
        lastText.Clear();
        Span<char> room = stackalloc char[MostOnStack];
        for (var text = 1; text <= texts.Count; text++)
        {
            var letters = LetterGroups.Letters(texts[text - 1], room);
            for (var i = 0; i + LetterGroups.Length <= letters.Length; i++)
            {
                var place = Place(Key(letters, i));
                if (_keys[place] == 0 || lastText[_groupOf[place]] == text)
                    continue;
                lastText[_groupOf[place]] = text;
                counts[_groupOf[place]]++;
            }
        }

        return counts;
    }

    /// <summary>Share of the weight of the groups that any of several texts has, too, from 0 to 1.</summary>
    /// <param name="counts">What <see cref="Count"/> gave.</param>
    public double Coverage(int[] counts)
    {
        double sum = 0;
        for (var g = 0; g < counts.Length; g++)
            sum += counts[g] > 0 ? _weights[g] : 0;
        return _all > 0 ? sum / _all : 0;
    }

    /// <summary>As <see cref="Coverage"/>, each group counted by how many of the texts have it, saturated; at most 1 + <see cref="K1"/>.</summary>
    /// <param name="counts">What <see cref="Count"/> gave.</param>
    /// <param name="norm">The constant of saturation: <see cref="K1"/> for texts of usual length.</param>
    public double Bm25(int[] counts, double norm)
    {
        double sum = 0;
        for (var g = 0; g < counts.Length; g++)
            sum += counts[g] > 0 ? _weights[g] * (counts[g] * (K1 + 1) / (counts[g] + norm)) : 0;
        return _all > 0 ? sum / _all : 0;
    }

    /// <summary>Where a key is, or where it would be.</summary>
    private int Place(ulong key)
    {
        var mask = _keys.Length - 1;
        var place = (int)((key * 0x9E3779B97F4A7C15) >> 40) & mask;
        while (_keys[place] != key && _keys[place] != 0)
            place = (place + 1) & mask;
        return place;
    }

    private static ulong Key(ReadOnlySpan<char> letters, int at) => MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(letters[at..]));
}
