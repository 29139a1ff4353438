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
    private const int Length = 4;

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

    /// <summary>Share of the groups that another text has, too, from 0 to 1; both ascending.</summary>
    public static double Share(ReadOnlySpan<uint> groups, ReadOnlySpan<uint> others)
    {
        var common = 0;
        for (int g = 0, o = 0; g < groups.Length && o < others.Length;)
        {
            if (groups[g] == others[o])
                common++;
            if (groups[g] <= others[o])
                g++;
            else
                o++;
        }

        return groups.Length == 0 ? 0 : common / (double)groups.Length;
    }
}
