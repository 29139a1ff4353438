using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>
/// The groups of four letters of a text, within and across the edges of its words: they find what is written otherwise, inflected or
/// compounded, and names that no lexicon knows.
/// </summary>
internal static class LetterGroups
{
    private const int Length = 4, MostOnStack = 512;

    /// <summary>Hashes of the groups, ascending and distinct.</summary>
    public static uint[] Of(IReadOnlyList<Term> terms)
    {
        var text = new StringBuilder(" ");
        for (var i = 0; i < terms.Count; i++)
            text.Append(terms[i].Folded).Append(' ');
        var letters = text.ToString().AsSpan();
        if (letters.Length < Length)
            return [];
        var groups = new uint[letters.Length - Length + 1];
        for (var i = 0; i < groups.Length; i++)
            groups[i] = XxHash32.HashToUInt32(MemoryMarshal.AsBytes(letters.Slice(i, Length)));
        Array.Sort(groups);
        var distinct = 0;
        for (var i = 0; i < groups.Length; i++)
        {
            if (i == 0 || groups[i] != groups[distinct - 1])
                groups[distinct++] = groups[i];
        }

        return groups[..distinct];
    }

    /// <summary>Share of the weight of groups that any of several texts has, too, from 0 to 1.</summary>
    /// <param name="asked">The groups, ascending.</param>
    /// <param name="weights">The weight of each.</param>
    /// <param name="texts">The groups of the texts, each ascending.</param>
    public static double Coverage(ReadOnlySpan<uint> asked, ReadOnlySpan<double> weights, params ReadOnlySpan<uint[]> texts)
    {
        Span<bool> covered = asked.Length <= MostOnStack ? stackalloc bool[asked.Length] : new bool[asked.Length];
        foreach (var text in texts)
        {
            for (int a = 0, t = 0; a < asked.Length && t < text.Length; a++)
            {
                while (t < text.Length && text[t] < asked[a])
                    t++;
                covered[a] |= t < text.Length && text[t] == asked[a];
            }
        }

        double sum = 0, all = 0;
        for (var a = 0; a < asked.Length; a++)
        {
            all += weights[a];
            sum += covered[a] ? weights[a] : 0;
        }

        return all > 0 ? sum / all : 0;
    }
}
